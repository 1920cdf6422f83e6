/// Chooses groups so that each piece of a line is in one of them and the sum of costs is the least.
struct GroupChoice {
  /// What is left of the pieces: all from `first` on, without those in `taken`, whose bit 0 is `first`.
  private struct Rest: Hashable {
    let first: Int
    let taken: UInt

    /// What is left when more pieces are taken, beginning at the first that is still there.
    func without(_ mask: UInt, count: Int) -> Rest {
      var (first, taken) = (first, taken | mask)
      while first < count, taken & 1 == 1 { (first, taken) = (first + 1, taken >> 1) }
      return Rest(first: first, taken: taken)
    }
  }

  private struct Best {
    var cost: Double
    /// The group by which it is reached, and from where.
    var group: Int?
    var from: Rest?
  }

  /// The indices of the chosen ones of `groups`, whose costs are `costs`, in a line of `count` pieces.
  static func best(of groups: [NumberGroup], costs: [Double], count: Int) -> [Int] {
    let byFirst = Dictionary(grouping: groups.indices) { groups[$0].places[0] }
    var layers = [[Rest: Best]](repeating: [:], count: count + 1)
    layers[0][Rest(first: 0, taken: 0)] = Best(cost: 0)
    for first in 0..<count {
      for (rest, best) in layers[first] {
        for index in byFirst[first] ?? [] where groups[index].mask & rest.taken == 0 {
          let next = rest.without(groups[index].mask, count: count)
          let cost = best.cost + costs[index]
          if let known = layers[next.first][next], known.cost <= cost { continue }
          layers[next.first][next] = Best(cost: cost, group: index, from: rest)
        }
      }
    }
    return way(through: layers, count: count)
  }

  private static func way(through layers: [[Rest: Best]], count: Int) -> [Int] {
    var chosen: [Int] = []
    var rest = Rest(first: count, taken: 0)
    while let best = layers[rest.first][rest], let group = best.group, let from = best.from {
      chosen.append(group)
      rest = from
    }
    return chosen.reversed()
  }
}
