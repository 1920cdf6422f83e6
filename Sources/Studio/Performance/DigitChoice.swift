/// Which of the test digits are listed.
package enum DigitChoice: Equatable, Sendable {
  /// Those of a cell of the matrix.
  case cell(written: Int, read: Int)
  /// Those written as a digit and read as another.
  case missed(Int)
  /// Those read as a digit that they are not.
  case taken(Int)
  /// All that were written as a digit.
  case written(Int)
  /// Those of a bin of so many, from least to most confident.
  case bin(Int, of: Int)
  /// Those that are wrong although they are at least so confident.
  case accepted(Double)
  /// All that are wrong.
  case mistakes

  /// What stands above the list.
  var title: String {
    switch self {
    case .cell(let written, let read): written == read ? "\(written) read right" : "\(written) read as \(read)"
    case .missed(let digit): "\(digit) read as another digit"
    case .taken(let digit): "Another digit read as \(digit)"
    case .written(let digit): "Test digits written \(digit)"
    case .bin(let bin, let count): "Bin \(bin + 1) of \(count)"
    case .accepted: "Wrong above the threshold"
    case .mistakes: "Mistakes"
    }
  }

  /// What stands there where the list is empty.
  var emptyWords: String {
    switch self {
    case .cell: "No test digit is read so here."
    case .missed(let digit): "Every \(digit) is read right."
    case .taken(let digit): "No other digit is read as \(digit)."
    case .accepted: "Every answer above the threshold is right."
    case .mistakes: "Every digit is read as it was written."
    case .written, .bin: "There is no such test digit."
    }
  }

  /// What it is called in scripts.
  var word: String {
    switch self {
    case .cell: "cell"
    case .missed: "missed"
    case .taken: "taken"
    case .written: "written"
    case .bin: "bin"
    case .accepted: "accepted"
    case .mistakes: "mistakes"
    }
  }
}
