/// One line of a UNIPEN file.
enum UnipenLine {
  /// A keyword with what follows it; words are set apart by single spaces.
  case statement(String)
  case numbers([Double])
  /// Anything else, such as the second line of a comment.
  case text
  case blank

  /// Looks at the bytes of a line.
  init(_ bytes: UnsafeRawBufferPointer) {
    let words = UnipenLine.words(bytes)
    guard let first = words.first else {
      self = .blank
      return
    }
    if first.lowerBound == 0, bytes[0] == UInt8(ascii: "."), first.count > 1, !(0x30...0x39 ~= bytes[1]) {
      self = .statement(words.map { UnipenLine.text(bytes, $0) }.joined(separator: " "))
      return
    }
    let fields = CSVFields(line: bytes, separator: 0x20)
    var numbers: [Double] = []
    numbers.reserveCapacity(words.count)
    for word in words {
      guard let number = fields.number(word) else {
        self = .text
        return
      }
      numbers.append(number)
    }
    self = .numbers(numbers)
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    return words
  }

  /// UTF-8, or else Latin 1: the files are older than the one and some have the other.
  private static func text(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> String {
    let word = bytes[word]
    return String(validating: word, as: UTF8.self)
      ?? String(String.UnicodeScalarView(word.map { Unicode.Scalar($0) }))
  }
}
