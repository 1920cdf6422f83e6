/// Everything in a line that may be one sign, with what geometry says against it.
///
/// Costs are logarithms of odds, as far as anybody knows: they are added to those of the networks. Their weights were
/// chosen on strings of drawings by other writers than those by whom they are tested.
struct NumberGroups {
  /// A sign has no more pieces than this.
  static let mostParts = 4
  /// The pieces of a sign are among so many neighbours.
  static let reach = 6

  private let line: NumberLine

  /// For the pieces of `line`.
  init(_ line: NumberLine) { self.line = line }

  /// Of the groups that begin at one piece, so many are looked at.
  private static let mostGroups = 6

  /// The groups whose first piece is at `first`, the piece alone and as a mark included.
  func groups(from first: Int) -> [NumberGroup] {
    let likely = several(from: first).sorted { $0.cost < $1.cost }.prefix(NumberGroups.mostGroups)
    return [group([first])] + likely + [mark(first)].compactMap(\.self)
  }

  private func several(from first: Int) -> [NumberGroup] {
    var groups: [NumberGroup] = []
    let neighbours = first + 1..<min(first + NumberGroups.reach, line.parts.count)
    var grown = [[first]]
    while let places = grown.popLast() {
      guard let last = places.last, places.count < NumberGroups.mostParts else { continue }
      for next in neighbours.dropFirst(last - first) where mayBelong(next, to: places) {
        let more = places + [next]
        groups.append(group(more))
        grown.append(more)
      }
    }
    return groups
  }

  /// Whether a piece is so near to others that all may be one digit.
  private func mayBelong(_ place: Int, to places: [Int]) -> Bool {
    let (part, box) = (line.parts[place], box(of: places))
    let gap = part.left - box.high.x
    let width = max(box.high.x, part.right) - min(box.low.x, part.left)
    return gap <= 0.3 * line.height && width <= 1.5 * line.height
  }

  private func box(of places: [Int]) -> InkBounds {
    var box = InkBounds()
    for place in places { box.include(line.parts[place].box) }
    return box
  }

  // MARK: Digits

  private func group(_ places: [Int]) -> NumberGroup {
    let box = box(of: places)
    let cost = shapeCost(box) + unityCost(places) + separationCost(places)
    return NumberGroup(places: places, box: box, cost: cost, kind: nil)
  }

  /// Digits are about as tall as the line and not wider than tall.
  private func shapeCost(_ box: InkBounds) -> Double {
    let height = box.size.y / line.height
    let width = box.size.x / max(box.size.y, 0.2 * line.height)
    return 20 * max(0, 0.6 - height) + 2 * max(0, height - 1.6) + 8 * max(0, width - 0.95)
  }

  /// The pieces of one sign are seldom side by side, least of all with a gap between them.
  private func unityCost(_ places: [Int]) -> Double {
    var cost = 0.0
    var box = line.parts[places[0]].box
    for place in places.dropFirst() {
      let part = line.parts[place]
      cost += 8 * max(0, part.left - box.high.x) / line.height + 0.1
      let share = min(NumberGroups.overlap(part.box, box, line.height), 1)
      cost += 1 - share
      // Two that stand side by side, both as tall as digits, are more often two.
      let least = 0.7 * line.height
      if share < 0.6, part.height > least, box.size.y > least { cost += 0.3 }
      box.include(part.box)
    }
    return cost
  }

  /// Two signs are seldom above each other: each of them bears half of what speaks against that.
  private func separationCost(_ places: [Int]) -> Double {
    var cost = 0.0
    for place in places {
      for other in line.parts.indices where !places.contains(other) {
        let share = NumberGroups.overlap(line.parts[place].box, line.parts[other].box, line.height)
        cost += 0.5 * 2.5 * share * share
      }
    }
    return cost
  }

  /// The share of the narrower one that is above or below the other one; upright lines have some width, too.
  private static func overlap(_ one: InkBounds, _ other: InkBounds, _ height: Double) -> Double {
    let narrow = max(min(one.size.x, other.size.x), 0.15 * height)
    let (left, right) = (max(one.low.x, other.low.x), min(one.high.x, other.high.x))
    // The line in the middle of something wider is all of it above or below that.
    guard right > left || one.size.x * other.size.x == 0 && right == left else { return 0 }
    let isInside = right - left >= min(one.size.x, other.size.x)
    return isInside ? 1 : (right - left) / narrow
  }

  // MARK: Marks

  /// The piece as a minus sign or a point, if it has the size and the place of one.
  private func mark(_ place: Int) -> NumberGroup? {
    let part = line.parts[place]
    let (width, height) = (part.width / line.height, part.height / line.height)
    let middle = ((part.top + part.bottom) / 2 - line.top) / line.height
    let isAlone = separationCost([place]) < 0.5
    if max(width, height) < 0.25, middle > 0.65, place > 0 {
      return NumberGroup(places: [place], box: part.box, cost: 2 + separationCost([place]), kind: .point)
    }
    if isAlone, height < 0.3, width > 2 * height, 0.15...4 ~= width, 0.2...0.85 ~= middle {
      return NumberGroup(places: [place], box: part.box, cost: place == 0 ? 0.3 : 2, kind: .minus)
    }
    return nil
  }
}
