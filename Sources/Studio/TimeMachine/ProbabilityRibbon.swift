/// What was read at moments of a drawing: those that were read while it was drawn, and those made up for afterwards.
package struct ProbabilityRibbon: Equatable, Sendable {
  /// By their number of points, rising.
  package private(set) var moments: [Moment] = []
  /// Grows whenever moments were dropped because the ink or the network is another one.
  package private(set) var lineage = 0
  /// More than these are thinned out while a line grows.
  private static let most = 160

  /// No moments.
  package init() {}

  /// Keeps what was read of the newest ink.
  package mutating func keep(_ moment: Moment) {
    if let last = moments.last, last.points >= moment.points {
      insert(moment)
    } else {
      moments.append(moment)
    }
    guard moments.count > ProbabilityRibbon.most else { return }
    let newest = moments.count - 1
    moments = moments.enumerated().filter { $0.offset % 2 == 0 || $0.offset == newest }.map(\.element)
  }

  /// Keeps what was read later.
  package mutating func insert(_ moment: Moment) {
    let place = place(of: moment.points)
    if place < moments.count, moments[place].points == moment.points {
      moments[place] = moment
    } else {
      moments.insert(moment, at: place)
    }
  }

  /// What was read of a number of points.
  package subscript(points: Int) -> Moment? {
    let place = place(of: points)
    return place < moments.count && moments[place].points == points ? moments[place] : nil
  }

  /// Forgets what was read of more points than these.
  mutating func drop(beyond points: Int) {
    lineage += 1
    moments.removeSubrange(place(of: points + 1)...)
  }

  private func place(of points: Int) -> Int {
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle].points < points { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
