/// Batch normalisation, ReLU, pooling and dropout while the network learns.
final class TileTrainingKernel: TrainingKernel {
  /// The places of scale and shift; empty without batch normalisation.
  let slots: [ParameterSlot]
  let statistics: RunningStatistics?
  private let kernel: TileKernel
  private let operations: TileOperations
  private let seed: UInt64
  private let hasSourceGradient: Bool
  private var learned: (scale: UnsafeMutablePointer<Float>, shift: UnsafeMutablePointer<Float>)?
  private var gradients: (scale: UnsafeMutablePointer<Float>, shift: UnsafeMutablePointer<Float>)?
  private var deviations: [(mean: Double, inverse: Double)]

  init(
    _ operations: TileOperations, from source: Activation, to result: Activation, inputSlope: Float?, team: Team,
    seed: UInt64, gradientBuffers: GradientBuffers, hasSourceGradient: Bool, slots: [ParameterSlot],
    statistics: RunningStatistics?
  ) throws(KernelError) {
    self.operations = operations
    self.seed = seed
    self.slots = slots
    self.statistics = statistics
    self.hasSourceGradient = hasSourceGradient
    kernel = try TileKernel(
      operations, from: source, to: result, inputSlope: inputSlope, team: team,
      gradients: gradientBuffers)
    deviations = Array(repeating: (0, 0), count: kernel.input.laneCount)
  }

  override func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {
    guard slots.count == 2 else { return }
    let parameters: UnsafeMutablePointer<Float> = arenas.parameters.view()
    let gradients: UnsafeMutablePointer<Float> = arenas.gradients.view()
    learned = (parameters + slots[0].offset, parameters + slots[1].offset)
    self.gradients = (gradients + slots[0].offset, gradients + slots[1].offset)
  }

  override func forward(step: UInt64) {
    guard !operations.isEmpty else { return }
    kernel.dropSeed = SeededGenerator.mix(seed ^ SeededGenerator.mix(step))
    if operations.normalization != nil {
      kernel.run(.statistics)
      normalize()
    }
    kernel.run(.apply)
  }

  override func backward() {
    if operations.normalization != nil {
      kernel.run(.gradientSums)
      differentiate()
    }
    if hasSourceGradient { kernel.run(.gradientApply) }
  }

  /// Turns the sums of a batch into factors and offsets, and lets the running statistics follow.
  private func normalize() {
    guard let learned, let statistics else { return }
    let count = Double(kernel.input.valuesPerChannel)
    for lane in 0..<kernel.input.laneCount {
      let channel = kernel.channel(ofLane: lane)
      guard channel < kernel.input.channelCount else {
        kernel.factors.factor[lane] = 0
        continue
      }
      let total = kernel.total(ofLane: lane)
      let mean = total.first / count
      let variance = max(total.second / count - mean * mean, 0)
      let inverse = 1 / (variance + Double(ModelSpec.batchNormalizationEpsilon)).squareRoot()
      deviations[lane] = (mean, inverse)
      statistics.follow(channel: channel, mean: mean, variance: variance)
      let factor = Double(learned.scale[channel]) * inverse
      kernel.factors.factor[lane] = Float(factor)
      kernel.factors.offset[lane] = Float(Double(learned.shift[channel]) - mean * factor)
    }
  }

  /// Turns the summed gradients into those of scale and shift, and into what the gradient of the source needs.
  private func differentiate() {
    guard let learned, let gradients else { return }
    let count = Double(kernel.input.valuesPerChannel)
    for lane in 0..<kernel.input.laneCount {
      let channel = kernel.channel(ofLane: lane)
      guard channel < kernel.input.channelCount else {
        kernel.factors.gradientFactor[lane] = 0
        continue
      }
      let total = kernel.total(ofLane: lane)
      let (mean, inverse) = deviations[lane]
      let scaleGradient = (total.second - mean * total.first) * inverse
      gradients.scale[channel] = Float(scaleGradient)
      gradients.shift[channel] = Float(total.first)
      let factor = Double(learned.scale[channel]) * inverse
      let inputFactor = -factor * inverse * scaleGradient / count
      kernel.factors.gradientFactor[lane] = Float(factor)
      kernel.factors.inputFactor[lane] = Float(inputFactor)
      kernel.factors.gradientOffset[lane] = Float(-factor * total.first / count - inputFactor * mean)
    }
  }
}
