import Ink

/// One line of a journal: a whole drawing, or a change of the one that the lines before it lead to.
///
/// A whole drawing stands as in a drawing file. A change begins with a word, and strokes in it stand as in a drawing file.
enum JournalRecord {
  case whole(Drawing)
  /// The last stroke goes on.
  case points([InkPoint])
  /// The strokes at these places, which rise, go.
  case erase([Int])
  /// Strokes come; their places count in the result and rise.
  case insert([Int], [Stroke])
  /// Everything but the strokes is as in this drawing.
  case rest(Drawing)
  /// The picture goes to another place.
  case box(PlacedImage.Box)

  /// The line without its end.
  var line: String {
    switch self {
    case .whole(let drawing): drawing.writable.line
    case .points(let points): "points " + JournalRecord.text([Stroke(points: points)])
    case .erase(let places): "erase " + JournalRecord.text(places)
    case .insert(let places, let strokes): "insert \(JournalRecord.text(places)) \(JournalRecord.text(strokes))"
    case .rest(let drawing): "rest " + drawing.writable.line
    // The bytes of a picture are as many as a thousand strokes; a drag must not write them again and again.
    case .box(let box): "box " + Drawing(image: PlacedImage(png: [], box: box)).writable.line
    }
  }

  private static func text(_ places: [Int]) -> String { places.map { "\($0)" }.joined(separator: " ") }
  private static func text(_ strokes: [Stroke]) -> String { Drawing(strokes: strokes).writable.line }

  /// Reads a line; nil where it is none.
  init?(line: ArraySlice<UInt8>) {
    let brace = line.firstIndex(of: UInt8(ascii: "{")) ?? line.endIndex
    let words = line[..<brace].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    let places = words.dropFirst().compactMap { Int($0) }
    guard places.count == max(0, words.count - 1) else { return nil }
    if words.first == "erase", brace == line.endIndex {
      self = .erase(places)
      return
    }
    guard let drawing = try? Drawing(line: Array(line[brace...])) else { return nil }
    switch words.first {
    case nil: self = .whole(drawing)
    case "points" where drawing.strokes.count == 1: self = .points(drawing.strokes[0].points)
    case "insert" where drawing.strokes.count == places.count: self = .insert(places, drawing.strokes)
    case "rest": self = .rest(drawing)
    case "box":
      guard let box = drawing.image?.box else { return nil }
      self = .box(box)
    default: return nil
    }
  }

  /// Makes the change and says whether it fits the drawing; where it does not, the drawing stays as it is.
  func apply(to drawing: inout Drawing) -> Bool {
    switch self {
    case .whole(let new): drawing = new
    case .points(let points):
      guard let last = drawing.strokes.indices.last else { return false }
      drawing.strokes[last].points += points
    case .erase(let places): return JournalRecord.erase(places, from: &drawing.strokes)
    case .insert(let places, let strokes): return JournalRecord.insert(strokes, at: places, into: &drawing.strokes)
    case .rest(let new):
      let strokes = drawing.strokes
      drawing = new
      drawing.strokes = strokes
    case .box(let box):
      guard drawing.image != nil else { return false }
      drawing.image?.box = box
    }
    return true
  }

  private static func areRising(_ places: [Int], below end: Int) -> Bool {
    zip(places, places.dropFirst()).allSatisfy(<) && places.first ?? 0 >= 0 && places.last ?? -1 < end
  }

  private static func erase(_ places: [Int], from strokes: inout [Stroke]) -> Bool {
    guard let first = places.first, areRising(places, below: strokes.count) else { return false }
    var (target, next) = (first, places[...])
    for index in first..<strokes.count {
      if index == next.first {
        next.removeFirst()
      } else {
        strokes.swapAt(target, index)
        target += 1
      }
    }
    strokes.removeLast(strokes.count - target)
    return true
  }

  private static func insert(_ new: [Stroke], at places: [Int], into strokes: inout [Stroke]) -> Bool {
    guard let first = places.first, areRising(places, below: strokes.count + new.count) else { return false }
    if first == strokes.count {
      strokes += new
      return true
    }
    // One walk, however many there are.
    var rest = strokes[first...]
    var result = Array(strokes[..<first])
    for (place, stroke) in zip(places, new) {
      let gap = place - result.count
      result += rest.prefix(gap)
      rest = rest.dropFirst(gap)
      result.append(stroke)
    }
    strokes = result + rest
    return true
  }
}
