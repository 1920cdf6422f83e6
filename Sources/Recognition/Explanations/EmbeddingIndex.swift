/// What a network makes of many pictures before its last layer decides, in one byte per number, to find those that it
/// sees as alike.
///
/// Each row is a direction: its length says how strongly something is seen, not what.
public struct EmbeddingIndex: Equatable, Sendable {
  /// A picture that is found.
  public struct Match: Equatable, Sendable {
    /// Its place among the pictures.
    public var index: Int
    /// How far its direction is from the one looked for: 0 the same, 1.41 nothing in common, 2 the opposite.
    public var distance: Float
  }

  /// Numbers per picture.
  public let width: Int
  /// The rows, one after the other, each as large as bytes allow.
  public private(set) var codes: [Int8]
  /// What a row's bytes are multiplied with to have length 1.
  public private(set) var scales: [Float]

  /// No pictures yet.
  public init(width: Int) {
    self.width = width
    (codes, scales) = ([], [])
  }

  /// Takes rows that were made before; nil where the numbers do not fit each other.
  public init?(width: Int, codes: [Int8], scales: [Float]) {
    guard width > 0, scales.count.multipliedReportingOverflow(by: width) == (codes.count, false),
      scales.allSatisfy({ $0.isFinite && $0 >= 0 })
    else { return nil }
    (self.width, self.codes, self.scales) = (width, codes, scales)
  }

  /// How many pictures there are.
  public var count: Int { scales.count }

  /// Adds rows of `width` numbers.
  public mutating func append(_ rows: UnsafeBufferPointer<Float>) {
    for start in stride(from: 0, to: rows.count - width + 1, by: max(1, width)) {
      let row = UnsafeBufferPointer(rebasing: rows[start..<start + width])
      let (code, scale) = EmbeddingIndex.code(of: row)
      codes += code
      scales.append(scale)
    }
  }

  /// The `count` pictures nearest to `embedding`, the nearest first.
  public func nearest(to embedding: [Float], count: Int) -> [Match] {
    guard embedding.count == width, width > 0, count > 0 else { return [] }
    let (code, scale) = embedding.withUnsafeBufferPointer { EmbeddingIndex.code(of: $0) }
    let wanted = code.map(Int32.init)
    var best: [(product: Float, index: Int)] = []
    codes.withUnsafeBufferPointer { codes in
      for index in scales.indices {
        var sum: Int32 = 0
        for place in 0..<width { sum &+= Int32(codes[index &* width &+ place]) &* wanted[place] }
        let product = Float(sum) * scale * scales[index]
        if best.count == count, let last = best.last, product <= last.product { continue }
        let place = best.firstIndex { product > $0.product } ?? best.count
        best.insert((product, index), at: place)
        if best.count > count { best.removeLast() }
      }
    }
    return best.map { Match(index: $0.index, distance: EmbeddingIndex.distance(product: $0.product)) }
  }

  /// How far the directions of two rows are from each other.
  public static func distance(_ one: some Collection<Float>, _ other: some Collection<Float>) -> Float {
    let lengths = one.reduce(0) { $0 + $1 * $1 }.squareRoot() * other.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let product = zip(one, other).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return distance(product: lengths > 0 ? product / lengths : 0)
  }

  private static func distance(product: Float) -> Float { max(0, 2 - 2 * product).squareRoot() }

  /// A row in bytes, and the factor that gives these length 1; all zero where it has no direction.
  private static func code(of row: UnsafeBufferPointer<Float>) -> ([Int8], Float) {
    let largest = row.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return ([Int8](repeating: 0, count: row.count), 0) }
    let code = row.map { $0.isFinite ? Int8(($0 / largest * 127).rounded()) : 0 }
    let length = code.reduce(Float(0)) { $0 + Float($1) * Float($1) }.squareRoot()
    return (code, length > 0 ? 1 / length : 0)
  }
}
