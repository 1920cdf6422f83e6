/// A statement such as `.SEGMENT CHARACTER 0-3,5:2-5:9 ? "7"`: which ink is which character.
struct UnipenSegment {
  /// A stroke, or one point of it; both are counted from 0.
  struct Place {
    let stroke: Int
    let point: Int?
  }

  /// From one place to another, both included.
  struct Part {
    let first: Place
    let last: Place
  }

  /// The levels of the hierarchy that hold single characters.
  private static let levels: Set<Substring> = ["CHARACTER", "DIGIT"]

  let parts: [Part]
  let label: String

  /// Whether the statement is about a character: others are about words and lines.
  static func isCharacter(_ statement: String) -> Bool {
    levels.contains(statement.split(separator: " ", maxSplits: 2).dropFirst().first ?? "")
  }

  /// Reads a statement whose words are set apart by single spaces; nothing when it is not of this form.
  init?(_ statement: String) {
    let halves = statement.split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, let label = UnipenSegment.label(halves[1]) else { return nil }
    // The quality stands last, and blanks may stand in the list of strokes.
    let words = halves[0].split(separator: " ").dropFirst(2)
    let list = words.count > 1 ? words.dropLast().joined() : words.joined()
    var parts: [Part] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let part = UnipenSegment.part(text) else { return nil }
      parts.append(part)
    }
    self.parts = parts
    self.label = label
  }

  /// The text up to the closing quote; nothing when it is empty or does not end.
  private static func label(_ text: Substring) -> String? {
    var label = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        label.append(character == "t" || character == "n" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        return label.isEmpty ? nil : label
      } else {
        label.append(character)
      }
    }
    return nil
  }

  private static func part(_ text: Substring) -> Part? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, let first = ends.first.flatMap(place), let last = ends.last.flatMap(place) else {
      return nil
    }
    return Part(first: first, last: last)
  }

  private static func place(_ text: Substring) -> Place? {
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false)
    guard numbers.count <= 2, let stroke = numbers.first.flatMap(count) else { return nil }
    guard numbers.count == 2 else { return Place(stroke: stroke, point: nil) }
    return count(numbers[1]).map { Place(stroke: stroke, point: $0) }
  }

  private static func count(_ text: Substring) -> Int? { text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil }
}
