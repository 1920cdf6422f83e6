import Graphics

/// A column of the table of digits.
struct NumberColumn: Equatable {
  /// What stands in it.
  enum Content: Equatable {
    case image, digit, confidence, second, verdict
  }

  var content: Content
  var title: String
  /// In the row.
  var x: Double
  var width: Double
  /// Whether it ends where the column ends.
  var isTrailing = false

  /// The columns of a row of a width.
  static func columns(width: Double) -> [NumberColumn] {
    guard width >= 380 else {
      return [
        NumberColumn(content: .image, title: "", x: 8, width: 28),
        NumberColumn(content: .digit, title: "", x: 52, width: 24),
        NumberColumn(content: .confidence, title: "", x: 76, width: 80, isTrailing: true),
        NumberColumn(content: .verdict, title: "", x: 172, width: width - 176),
      ]
    }
    let last = min(120, width * 0.25)
    let second = 96.0
    let end = width - last - second - 32
    return [
      NumberColumn(content: .image, title: "Image", x: 8, width: 48),
      NumberColumn(content: .digit, title: "Read as", x: 68, width: 64),
      NumberColumn(content: .confidence, title: "Confidence", x: 140, width: end - 140, isTrailing: true),
      NumberColumn(content: .second, title: "Next best", x: end + 20, width: second, isTrailing: true),
      NumberColumn(content: .verdict, title: "Result", x: width - last + 4, width: last - 4),
    ]
  }
}
