internal import COneDNN

/// The results of a 3×3 convolution of bf16 numbers in Winograd's form; with its weights turned round, the gradient of
/// its source.
final class WinogradResults: ParallelTask {
  private enum Phase {
    case weights, tiles
  }

  /// Scratch memory that a run needs, for all threads.
  let scratchByteCount: Int
  private let isReversed: Bool
  private let team: Team
  private let blocks: (channels: Int, filters: Int)
  private let zeros: Buffer
  private let sourcePointCount: Int
  private var form: inkling_convolution
  private var walk = inkling_winograd_walk()
  private var weights: UnsafePointer<Float>?
  private var phase = Phase.weights

  /// Numbers of 16 tiles and 16 filters, at all points.
  private static let productCount = 16 * 16 * 16

  init(_ form: inkling_convolution, slope: Float?, isReversed: Bool, team: Team) throws(KernelError) {
    self.form = form
    self.isReversed = isReversed
    self.team = team
    blocks = (form.channels / 16, form.filters / 16)
    sourcePointCount = blocks.channels * form.pointCount
    let perThread = sourcePointCount * 2 + WinogradResults.productCount * 4
    scratchByteCount = form.channels * form.filters * 32 + perThread * team.threads
    zeros = try Buffer(byteCount: form.rowByteCount)
    walk.slope = slope ?? 1
  }

  /// Binds the arrays of every run.
  func bind(
    from source: Buffer, to result: Buffer, weights: UnsafePointer<Float>, biases: UnsafePointer<Float>?,
    scratch: Buffer
  ) {
    form.source = UnsafePointer(source.view(UInt16.self))
    form.result = result.view()
    self.weights = weights
    walk.biases = biases
    walk.points = UnsafePointer(scratch.view(UInt16.self))
    walk.zeros = UnsafePointer(zeros.view(UInt16.self))
    // Memory of the first thread.
    walk.sourcePoints = scratch.view(UInt16.self) + form.channels * form.filters * 16
    walk.products = (scratch.raw + scratchByteCount - team.threads * WinogradResults.productCount * 4)
      .assumingMemoryBound(to: Float.self)
  }

  /// Computes the results; allocates nothing.
  func run() {
    phase = .weights
    team.run(self)
    phase = .tiles
    team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    switch phase {
    case .weights:
      let pairs = Team.share(of: blocks.channels * blocks.filters, part: part, of: parts)
      for pair in pairs { transform(filter: pair / blocks.channels, channel: pair % blocks.channels) }
    case .tiles:
      var form = form
      var walk = walk
      walk.sourcePoints += part * sourcePointCount
      walk.products += part * WinogradResults.productCount
      let rows = Team.share(of: inkling_winograd_rows(&form), part: part, of: parts)
      inkling_winograd_apply(&form, rows.lowerBound, rows.upperBound, walk)
    }
  }

  /// Blocks of weights lie filter by filter; turned round, their filters are the channels here.
  private func transform(filter: Int, channel: Int) {
    guard let weights, let points = walk.points else { return }
    let block = isReversed ? channel * blocks.filters + filter : filter * blocks.channels + channel
    let distance = blocks.channels * 256
    inkling_winograd_points(
      weights + block * 9 * 256, isReversed ? 1 : 0,
      UnsafeMutablePointer(mutating: points) + filter * 16 * distance + channel * 256, distance)
  }
}
