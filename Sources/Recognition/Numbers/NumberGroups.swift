/// Everything in a line that may be one sign, with what geometry says against it.
///
/// Costs are logarithms of odds, as far as anybody knows: they are added to those of the networks.
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
    return 10 * max(0, 0.6 - height) + 2 * max(0, height - 1.6) + 3 * max(0, width - 1.3)
  }

  /// The pieces of one sign are seldom side by side with a gap between them.
  private func unityCost(_ places: [Int]) -> Double {
    var cost = 0.0
    var right = line.parts[places[0]].right
    for place in places.dropFirst() {
      let part = line.parts[place]
      cost += 8 * max(0, part.left - right) / line.height + 0.1
      right = max(right, part.right)
    }
    return cost
  }

  /// Two signs are seldom above each other: each of them bears half of what speaks against that.
  private func separationCost(_ places: [Int]) -> Double {
    var cost = 0.0
    for place in places {
      for other in line.parts.indices where !places.contains(other) {
        cost += 0.5 * NumberGroups.separationCost(line.parts[place], line.parts[other], line.height)
      }
    }
    return cost
  }

  private static func separationCost(_ one: NumberPart, _ other: NumberPart, _ height: Double) -> Double {
    let overlap = min(one.right, other.right) - max(one.left, other.left)
    guard overlap > 0 || one.width == 0 || other.width == 0 else { return 0 }
    let narrow = max(min(one.width, other.width), 0.15 * height)
    let share = max(0, overlap) / narrow
    return 3 * share
  }

  // MARK: Marks

  /// The piece as a minus sign or a point, if it has the size and the place of one.
  private func mark(_ place: Int) -> NumberGroup? {
    let part = line.parts[place]
    let (width, height) = (part.width / line.height, part.height / line.height)
    let middle = ((part.top + part.bottom) / 2 - line.top) / line.height
    let isAlone = separationCost([place]) < 0.5
    if max(width, height) < 0.25, middle > 0.65, place > 0 {
      return NumberGroup(places: [place], box: part.box, cost: 0.3 + separationCost([place]), kind: .point)
    }
    if isAlone, height < 0.3, width > 2 * height, 0.15...4 ~= width, 0.2...0.85 ~= middle {
      return NumberGroup(places: [place], box: part.box, cost: place == 0 ? 0.3 : 2, kind: .minus)
    }
    return nil
  }
}
