package import DigitData
package import NeuralNet
package import Recognition

/// A network's view of the training digits in one file of the cache.
///
/// Layout, numbers little-endian: magic (8 bytes), version, width, number of pictures, 0 (32 bits each), key (32 bytes),
/// SHA-256 of all that follows; then the factors of the rows (32-bit floats) and their bytes. Whatever is wrong with the
/// file, it is simply made anew.
package struct EmbeddingFile {
  private static let magic = Array("INKNEAR\n".utf8)
  private static let version: UInt32 = 1
  private static let headerSize = 88
  /// No more bytes than this are ever read or written.
  private static let limit = 64 << 20

  private let directory: String
  /// Where it is.
  package let path: String
  private let key: [UInt8]

  /// The file in `cache` for the model of a directory, as it is for these weights and digits.
  package init(cache: String, modelDirectory: String, model: Model, digits: DigitSet) {
    directory = cache + "/embeddings"
    path = directory + "/" + SHA256.hexDigest(of: Array(modelDirectory.utf8)).prefix(16) + ".index"
    key = EmbeddingFile.key(of: model, digits)
  }

  /// A checksum over everything that the numbers follow from.
  private static func key(of model: Model, _ digits: DigitSet) -> [UInt8] {
    var hash = SHA256()
    let facts = "\(model.spec.text) \(model.metadata.inputMean) \(model.metadata.inputDeviation) \(digits.count)\n"
    hash.update(Array(facts.utf8))
    for tensor in model.tensors { tensor.values.withUnsafeBytes { hash.update($0) } }
    digits.pixels.withUnsafeBytes { hash.update($0) }
    return hash.digest()
  }

  /// What the file holds, if it is of these weights and digits and unharmed.
  package func load() -> EmbeddingIndex? {
    guard let bytes = try? DataFile.contents(of: path, limit: EmbeddingFile.limit),
      bytes.count >= EmbeddingFile.headerSize, Array(bytes[..<8]) == EmbeddingFile.magic,
      number(bytes, 8) == EmbeddingFile.version, Array(bytes[24..<56]) == key
    else { return nil }
    let (width, count) = (Int(number(bytes, 12)), Int(number(bytes, 16)))
    guard width > 0, width <= 1 << 16, count <= 1 << 24,
      bytes.count == EmbeddingFile.headerSize + count * (width + 4),
      Array(bytes[56..<88]) == EmbeddingFile.checksum(bytes[EmbeddingFile.headerSize...])
    else { return nil }
    let scales = (0..<count).map { Float(bitPattern: number(bytes, EmbeddingFile.headerSize + $0 * 4)) }
    let codes = bytes[(EmbeddingFile.headerSize + count * 4)...].map { Int8(bitPattern: $0) }
    return EmbeddingIndex(width: width, codes: codes, scales: scales)
  }

  /// Keeps `index` for the next time; a cache that cannot be written only costs time.
  package func store(_ index: EmbeddingIndex) {
    var body: [UInt8] = []
    body.reserveCapacity(index.count * (index.width + 4))
    for scale in index.scales { body += EmbeddingFile.bytes(of: scale.bitPattern) }
    body += index.codes.lazy.map { UInt8(bitPattern: $0) }
    guard body.count + EmbeddingFile.headerSize <= EmbeddingFile.limit,
      (try? PrivateDirectory.create(directory)) != nil
    else { return }
    let numbers = [EmbeddingFile.version, UInt32(index.width), UInt32(index.count), 0]
    let header =
      EmbeddingFile.magic + numbers.flatMap { EmbeddingFile.bytes(of: $0) } + key
      + EmbeddingFile.checksum(body[...])
    try? AtomicFile.write(header + body, to: path)
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.digest()
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
  }

  private func number(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
