/// Loads whole CSV files of digits.
public enum CSVDigits {
  /// The digits in the file at `path`; the first bad row is an error, and either all rows have a label or none has.
  public static func load(from path: String) throws(CSVError) -> DigitSet {
    let reader = try CSVDigitReader(path: path)
    var pixels: [UInt8] = []
    var labels: [UInt8] = []
    var unlabelled: Int?
    let row = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: DigitSet.pixelCount)
    defer { row.deallocate() }
    row.initialize(repeating: 0)
    while let next = reader.nextRow(into: row) {
      let found = try next.get()
      pixels.append(contentsOf: row)
      if let label = found.label { labels.append(UInt8(label)) } else { unlabelled = unlabelled ?? found.line }
    }
    if pixels.isEmpty { throw .empty(path: path) }
    if let unlabelled, !labels.isEmpty { throw .missingLabel(path: path, line: unlabelled) }
    return DigitSet(pixels: pixels, labels: labels)
  }
}
