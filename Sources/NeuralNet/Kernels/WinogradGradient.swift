internal import COneDNN

/// The gradients of a 3×3 convolution's weights and biases in Winograd's form, from bf16 numbers.
///
/// Each thread sums over its own tiles; then the sums of all threads are added in order.
final class WinogradGradient: ParallelTask {
  private enum Phase {
    case sums, filters
  }

  /// Scratch memory that a run needs, for all threads.
  let scratchByteCount: Int
  private let team: Team
  private let zeros: Buffer
  private var form: inkling_convolution
  private let blocks: (channels: Int, filters: Int)
  private let sizes: Sizes
  private var phase = Phase.sums
  /// Threads that summed.
  private var parts = 1
  private var scratch: UnsafeMutableRawPointer?
  private var gradients: (weights: UnsafeMutablePointer<Float>, biases: UnsafeMutablePointer<Float>?)?

  /// The bytes of one thread's memory, piece by piece.
  private struct Sizes {
    let sums: Int
    let biasSums: Int
    let sourcePoints: Int
    let gradientPoints: Int
    var total: Int { sums + biasSums + sourcePoints + gradientPoints }
  }

  init(_ form: inkling_convolution, team: Team) throws(KernelError) {
    self.form = form
    self.team = team
    blocks = (form.channels / 16, form.filters / 16)
    sizes = Sizes(
      sums: form.channels * form.filters * 16 * 4, biasSums: form.filters * 4,
      sourcePoints: blocks.channels * form.pointCount * 2, gradientPoints: blocks.filters * form.pointCount * 2)
    scratchByteCount = sizes.total * team.threads
    zeros = try Buffer(byteCount: form.rowByteCount)
  }

  /// Binds the arrays of every run.
  func bind(
    source: Buffer, resultGradient: Buffer, weights: UnsafeMutablePointer<Float>,
    biases: UnsafeMutablePointer<Float>?, scratch: Buffer
  ) {
    form.source = UnsafePointer(source.view(UInt16.self))
    form.result = resultGradient.view()
    gradients = (weights, biases)
    self.scratch = scratch.raw
  }

  /// Computes the gradients; allocates nothing.
  func run() {
    phase = .sums
    team.run(self)
    phase = .filters
    team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    guard let scratch else { return }
    switch phase {
    case .sums:
      if part == 0 { self.parts = parts }
      var form = form
      let rows = Team.share(of: inkling_winograd_rows(&form), part: part, of: parts)
      inkling_winograd_sums(&form, rows.lowerBound, rows.upperBound, memory(of: part, in: scratch))
    case .filters:
      let total = blocks.channels * blocks.filters
      for block in Team.share(of: total, part: part, of: parts) { addFilters(of: block, in: scratch) }
      if part == 0 { addBiases(in: scratch) }
    }
  }

  private func memory(of part: Int, in scratch: UnsafeMutableRawPointer) -> inkling_winograd_sums_memory {
    let sums = scratch + part * sizes.total
    let biasSums = sums + sizes.sums
    let sourcePoints = biasSums + sizes.biasSums
    let gradientPoints = sourcePoints + sizes.sourcePoints
    return inkling_winograd_sums_memory(
      sums: sums.assumingMemoryBound(to: Float.self), biasSums: biasSums.assumingMemoryBound(to: Float.self),
      sourcePoints: sourcePoints.assumingMemoryBound(to: UInt16.self),
      gradientPoints: gradientPoints.assumingMemoryBound(to: UInt16.self),
      zeros: UnsafePointer(zeros.view(UInt16.self)))
  }

  /// Blocks of sums lie channel by channel, those of weights filter by filter.
  private func addFilters(of block: Int, in scratch: UnsafeMutableRawPointer) {
    guard let gradients else { return }
    let (channel, filter) = (block / blocks.filters, block % blocks.filters)
    let sums = scratch.assumingMemoryBound(to: Float.self) + block * 16 * 256
    let weights = gradients.weights + (filter * blocks.channels + channel) * 9 * 256
    inkling_winograd_filters(sums, parts, sizes.total / 4, weights)
  }

  private func addBiases(in scratch: UnsafeMutableRawPointer) {
    guard let biases = gradients?.biases else { return }
    for filter in 0..<blocks.filters * 16 {
      var total: Float = 0
      for part in 0..<parts { total += memory(of: part, in: scratch).biasSums[filter] }
      biases[filter] = total
    }
  }
}
