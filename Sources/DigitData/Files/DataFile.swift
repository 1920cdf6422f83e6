/// A file read once from start to end; gzip data are recognised by their first two bytes and unpacked on the way.
public final class DataFile {
  private enum Source {
    case plain(OpenFile)
    case gzip(GzipStream)
  }

  /// Where the file is.
  public let path: String
  /// Whether the file holds gzip data.
  public let isGzip: Bool
  private let source: Source
  /// Bytes of a plain file that were read to recognise it and not handed out yet.
  private var start: [UInt8]

  /// Opens the file at `path`.
  public convenience init(path: String) throws(DataFileError) {
    try self.init(try OpenFile(path: path))
  }

  /// Reads what is open already as `descriptor`, such as 0 for standard input; errors call it `name`.
  public convenience init(descriptor: Int32, name: String) throws(DataFileError) {
    try self.init(OpenFile(descriptor: descriptor, name: name))
  }

  /// Reads what is open already from its start.
  init(_ file: OpenFile) throws(DataFileError) {
    path = file.path
    let start = try DataFile.firstBytes(of: file)
    isGzip = start == [0x1f, 0x8b]
    source = isGzip ? .gzip(try GzipStream(file: file, start: start)) : .plain(file)
    self.start = isGzip ? [] : start
  }

  /// Reads up to `buffer.count` bytes and gives their number; 0 at the end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(DataFileError) -> Int {
    if !start.isEmpty, !buffer.isEmpty {
      let count = min(start.count, buffer.count)
      buffer.copyBytes(from: start.prefix(count))
      start.removeFirst(count)
      return count
    }
    return switch source {
    case .plain(let file): try file.read(into: buffer)
    case .gzip(let stream): try stream.read(into: buffer)
    }
  }

  /// How many bytes of the file itself, packed or not, have been read.
  var position: Int {
    switch source {
    case .plain(let file): file.position
    case .gzip(let stream): stream.position
    }
  }

  /// Passes over `count` unpacked bytes; those of a plain file are not even read.
  func skip(_ count: Int) throws(DataFileError) {
    var rest = count
    if case .plain(let file) = source {
      let held = min(start.count, rest)
      start.removeFirst(held)
      return try file.skip(rest - held)
    }
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
    defer { scratch.deallocate() }
    while rest > 0 {
      let passed = try read(into: UnsafeMutableRawBufferPointer(rebasing: scratch.prefix(rest)))
      guard passed > 0 else { return }
      rest -= passed
    }
  }

  /// The unpacked contents of the file at `path`; more than `limit` bytes are an error, found before they are kept.
  public static func contents(of path: String, limit: Int) throws(DataFileError) -> [UInt8] {
    let file = try DataFile(path: path)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 16)
    defer { chunk.deallocate() }
    var contents: [UInt8] = []
    if !file.isGzip, let size = OpenFile.status(of: path)?.size { contents.reserveCapacity(min(size, limit)) }
    while true {
      let count = try file.read(into: chunk)
      if count == 0 { return contents }
      guard count <= limit - contents.count else { throw .tooLarge(path: path, limit: limit) }
      contents.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  private static func firstBytes(of file: OpenFile) throws(DataFileError) -> [UInt8] {
    var bytes: (UInt8, UInt8) = (0, 0)
    do {
      let count = try withUnsafeMutableBytes(of: &bytes) { try file.fill($0) }
      return Array([bytes.0, bytes.1].prefix(count))
    } catch let error as DataFileError {
      throw error
    } catch {
      throw .unreadable(path: file.path, reason: "\(error)")
    }
  }
}
