/// Finds the word that was probably meant.
enum NearestWord {
  /// `; did you mean X?` with the nearest of `words`; nil when none is near.
  static func hint(for text: String, among words: [String]) -> String? {
    let nearest = words.map { (word: $0, distance: distance(text, $0)) }.min { $0.distance < $1.distance }
    if let nearest, nearest.distance <= max(1, min(text.count, nearest.word.count) / 3) {
      return "; did you mean \(nearest.word)?"
    }
    let longer = words.filter { text.count > 3 && $0.hasPrefix(text) }
    return longer.isEmpty ? nil : "; did you mean \(longer.joined(separator: " or "))?"
  }

  /// How many letters must be changed, added, removed or swapped with their neighbour to come from one to the other.
  static func distance(_ one: String, _ other: String) -> Int {
    let (first, second) = (Array(one), Array(other.prefix(200)))
    guard first.count <= 200 else { return .max }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let change = first[row] == second[column] ? 0 : 1
        var best = min(last[column] + change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
