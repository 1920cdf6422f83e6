/// Reads IDX files, plain or gzipped: pictures and labels, big-endian, as MNIST and its relatives are published.
public enum IDXFile {
  /// The first number of a file of pictures: bytes in three dimensions.
  public static let imageMagic = 2051
  /// The first number of a file of labels: bytes in one dimension.
  public static let labelMagic = 2049
  /// The largest unpacked file read unless the caller says otherwise: 1 GiB, more than any published set of digits.
  public static let defaultLimit = 1 << 30

  private static let largestSide = 4096

  /// The pictures in the file at `path`.
  public static func images(at path: String, limit: Int = defaultLimit) throws(IDXError) -> IDXImages {
    try images(in: try payload(of: path, limit: limit), path: path)
  }

  /// The labels in the file at `path`, each 0…9.
  public static func labels(at path: String, limit: Int = defaultLimit) throws(IDXError) -> [UInt8] {
    try labels(in: try payload(of: path, limit: limit), path: path)
  }

  /// The pictures in the unpacked bytes of a file; `path` is for error texts.
  public static func images(in payload: consuming [UInt8], path: String) throws(IDXError) -> IDXImages {
    let header = try header(of: payload, magic: imageMagic, fields: 4, path: path)
    let (rows, columns) = (header[2], header[3])
    guard 1...largestSide ~= rows, 1...largestSide ~= columns else {
      throw .badSize(path: path, rows: rows, columns: columns)
    }
    try check(payload.count, expected: 16 + header[1] * rows * columns, path: path)
    payload.removeFirst(16)
    return IDXImages(rows: rows, columns: columns, pixels: payload)
  }

  /// The labels in the unpacked bytes of a file, each 0…9; `path` is for error texts.
  public static func labels(in payload: consuming [UInt8], path: String) throws(IDXError) -> [UInt8] {
    let header = try header(of: payload, magic: labelMagic, fields: 2, path: path)
    try check(payload.count, expected: 8 + header[1], path: path)
    payload.removeFirst(8)
    if let index = payload.firstIndex(where: { $0 > 9 }) {
      throw .badLabel(path: path, index: index, value: Int(payload[index]))
    }
    return payload
  }

  private static func payload(of path: String, limit: Int) throws(IDXError) -> [UInt8] {
    do throws(DataFileError) {
      return try DataFile.contents(of: path, limit: limit)
    } catch {
      throw .unreadable(error)
    }
  }

  private static func header(
    of payload: [UInt8], magic: Int, fields: Int, path: String
  ) throws(IDXError) -> [Int] {
    let found = payload.prefix(fields * 4)
    if found.count >= 4, number(in: found, at: 0) != magic {
      throw .wrongMagic(path: path, expected: magic, found: number(in: found, at: 0))
    }
    guard found.count == fields * 4 else { throw .noHeader(path: path, expected: fields * 4, found: found.count) }
    return (0..<fields).map { number(in: found, at: $0 * 4) }
  }

  private static func number(in bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Both numbers fit an `Int`: a count of 32 bits times two sides of at most 4096.
  private static func check(_ found: Int, expected: Int, path: String) throws(IDXError) {
    if found < expected { throw .truncated(path: path, expected: expected, found: found) }
    if found > expected { throw .oversized(path: path, expected: expected, found: found) }
  }
}
