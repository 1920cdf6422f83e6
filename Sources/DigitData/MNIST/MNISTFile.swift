/// One of the four files of a set: its name, and what its contents must be to be the published ones.
public struct MNISTFile: Equatable, Sendable {
  /// The usual name, without `.gz`: `train-images-idx3-ubyte`.
  public let name: String
  /// The number of pictures or labels.
  public let count: Int
  /// The SHA-256 of the *unpacked* file in hexadecimal digits: mirrors pack the same contents differently.
  public let sha256: String

  /// `sha256` is in lower-case hexadecimal digits.
  public init(name: String, count: Int, sha256: String) {
    self.name = name
    self.count = count
    self.sha256 = sha256
  }

  /// The names under which the file is found, best first: with `-idx` or `.idx`, plain or gzipped.
  public var spellings: [String] {
    let dotted = name.replacing("-idx", with: ".idx")
    return [name, name + ".gz", dotted, dotted + ".gz"]
  }

  /// Where the file is in `directory`, under any of its names.
  public func path(in directory: String) -> String? {
    spellings.lazy.map { directory + "/" + $0 }.first { OpenFile.status(of: $0) != nil }
  }
}
