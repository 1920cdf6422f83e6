/// Where rows of digits come from, one after the other.
public protocol DigitRows: AnyObject {
  /// Reads up to `count` rows, good or bad, none at the end; the pictures of the good ones come into `pixels` without gaps.
  func read(_ count: Int, into pixels: UnsafeMutableBufferPointer<UInt8>) -> [DigitRow]
}

extension CSVDigitReader: DigitRows {
  public func read(_ count: Int, into pixels: UnsafeMutableBufferPointer<UInt8>) -> [DigitRow] {
    var rows: [DigitRow] = []
    var place = 0
    while rows.count < count {
      let picture = UnsafeMutableBufferPointer(rebasing: pixels[place..<place + DigitSet.pixelCount])
      switch nextRow(into: picture) {
      case nil: return rows
      case .success(let row):
        place += DigitSet.pixelCount
        rows.append(DigitRow(label: row.label, place: offset))
      case .failure(let error): rows.append(DigitRow(place: offset, error: .csv(error)))
      }
    }
    return rows
  }
}
