/// How the network came to one of its values: the numbers that went into it, step by step.
package struct KernelWalk: Equatable, Sendable {
  /// What a kernel of a convolution saw and did.
  package struct Patch: Equatable, Sendable {
    /// Which channel of the input the numbers are of, of how many.
    package var channel: Int
    package var channels: Int
    /// Rows and columns of the kernel.
    package var side: Int
    /// What lies under the kernel, 0 beyond the border; row by row.
    package var values: [Double]
    package var weights: [Double]
    /// The sum over all other channels.
    package var others: Double
    package var bias: Double?
    package var result: Double

    /// Value times weight.
    package var products: [Double] { zip(values, weights).map { $0 * $1 } }
    /// The sum over this channel.
    package var sum: Double { products.reduce(0, +) }
  }

  /// A connection into a dense layer.
  package struct Edge: Equatable, Sendable {
    /// The flat index of the value that it comes from.
    package var source: Int
    package var value: Double
    package var weight: Double

    /// Value times weight.
    package var product: Double { value * weight }
  }

  /// The strongest connections into a value of a dense layer.
  package struct Edges: Equatable, Sendable {
    /// The strongest first.
    package var strongest: [Edge]
    /// How many more there are, and their sum.
    package var otherCount: Int
    package var others: Double
    package var bias: Double?
    package var result: Double
  }

  /// One step.
  package enum Step: Equatable, Sendable {
    case convolution(Patch)
    case dense(Edges)
    /// value × factor + offset.
    case normalization(value: Double, factor: Double, offset: Double, result: Double)
    case function(String, value: Double, result: Double)
    case pool([Double], isMaximum: Bool, result: Double)
  }

  /// Which value.
  package var place: InsidePlace
  /// In the order of the layers.
  package var steps: [Step]
  /// The value of the network itself.
  package var value: Double

  /// The same with no more than `count` edges told one by one; the others count with the rest.
  package func limited(toEdges count: Int) -> KernelWalk {
    guard var edges, edges.strongest.count > count else { return self }
    edges.others += edges.strongest[count...].reduce(0) { $0 + $1.product }
    edges.otherCount += edges.strongest.count - count
    edges.strongest.removeLast(edges.strongest.count - count)
    var walk = self
    walk.steps = steps.map { step in
      if case .dense = step { .dense(edges) } else { step }
    }
    return walk
  }

  /// The convolution, where there is one.
  package var patch: Patch? {
    for case .convolution(let patch) in steps { return patch }
    return nil
  }

  /// The edges of a dense layer, where there is one.
  package var edges: Edges? {
    for case .dense(let edges) in steps { return edges }
    return nil
  }
}
