/// What the columns of a file mean.
struct CSVLayout {
  /// The sign between two fields.
  let separator: UInt8
  /// For each column the pixel it gives; -1 for the label.
  let targets: [Int]
  /// The columns' names, as far as a header gives them.
  private let names: [String]

  /// The layout of rows without a header: a label first if there are 785 columns, none if there are 784.
  init?(columnCount: Int, separator: UInt8) {
    let pixels = Array(0..<DigitSet.pixelCount)
    switch columnCount {
    case pixels.count: targets = pixels
    case pixels.count + 1: targets = [-1] + pixels
    default: return nil
    }
    self.separator = separator
    names = []
  }

  /// The layout a header describes.
  init(header names: [String], separator: UInt8) throws(Trouble) {
    let labels = names.indices.filter { names[$0].lowercased() == "label" }
    let others = names.indices.filter { names[$0].lowercased() != "label" }
    guard labels.count <= 1 else { throw Trouble(reason: "the header has \(labels.count) columns called 'label'") }
    guard others.count == DigitSet.pixelCount else {
      throw Trouble(reason: CSVLayout.wrongCount(names.count, labels: labels.count))
    }
    var targets = [Int](repeating: -1, count: names.count)
    for (pixel, column) in zip(CSVLayout.pixelOrder(others.map { names[$0] }), others) { targets[column] = pixel }
    self.separator = separator
    self.targets = targets
    self.names = names
  }

  /// Why a header describes no layout.
  struct Trouble: Error {
    let reason: String
  }

  /// The name of a column (from 0) for people.
  func name(of column: Int) -> String {
    if names.indices.contains(column), !names[column].isEmpty { return names[column] }
    return targets[column] < 0 ? "label" : "pixel\(targets[column])"
  }

  private static func wrongCount(_ count: Int, labels: Int) -> String {
    "the header has \(count) \(count == 1 ? "column" : "columns"), \(labels == 1 ? "one" : "none") of them called "
      + "'label'; 784 pixel columns are needed, and 'label' where the digits are known"
  }

  /// `pixel0` to `pixel783` (or `pixel1` to `pixel784`) say themselves which pixel they are, whatever their order:
  /// programs that sort columns by name put `pixel10` before `pixel2`. Other names count in the order they stand in.
  private static func pixelOrder(_ names: [String]) -> [Int] {
    let numbers = names.compactMap { $0.lowercased().hasPrefix("pixel") ? Int($0.dropFirst(5)) : nil }
    let inOrder = Array(names.indices)
    let sorted = numbers.sorted()
    guard let first = sorted.first, 0...1 ~= first, sorted == inOrder.map({ $0 + first }) else { return inOrder }
    return numbers.map { $0 - first }
  }
}
