import Ink

/// Which strokes must go from a list, and which must come, to make another list of it.
struct StrokeDifference: Equatable {
  /// Places in the old list, rising.
  private(set) var removed: [Int] = []
  /// Places in the new list, rising.
  private(set) var inserted: [Int] = []

  /// Compares two lists; strokes that share their points are equal without a look at them.
  init(from old: [Stroke], to new: [Stroke]) {
    var prefix = 0
    let shorter = min(old.count, new.count)
    while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    compare(old, prefix..<old.count - suffix, new, prefix..<new.count - suffix)
  }

  /// Keeps each old stroke that comes again behind the one kept before: undo and eraser never change the order.
  private mutating func compare(_ old: [Stroke], _ oldPlaces: Range<Int>, _ new: [Stroke], _ newPlaces: Range<Int>) {
    var places: [Key: ArraySlice<Int>] = [:]
    if !oldPlaces.isEmpty { for place in newPlaces { places[Key(new[place]), default: []].append(place) } }
    var next = newPlaces.lowerBound
    for index in oldPlaces {
      let key = Key(old[index])
      while let place = places[key]?.first, place < next { places[key]?.removeFirst() }
      guard let place = places[key]?.first, old[index] == new[place] else {
        removed.append(index)
        continue
      }
      inserted += next..<place
      next = place + 1
    }
    inserted += next..<newPlaces.upperBound
  }

  /// What two equal strokes have in common, found without a look at all points.
  private struct Key: Hashable {
    var count: Int
    var ends: [Double]

    init(_ stroke: Stroke) {
      count = stroke.points.count
      ends = [stroke.points.first, stroke.points.last].flatMap { [$0?.x ?? 0, $0?.y ?? 0] }
    }
  }
}
