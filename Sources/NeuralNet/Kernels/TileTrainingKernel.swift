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
  /// Mean and inverse deviation of the newest batch, per lane.
  private let moments: UnsafeMutablePointer<Double>
  private let memory: Buffer

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
    memory = try Buffer(byteCount: kernel.input.laneCount * 16)
    moments = memory.view()
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
    let factors = kernel.factors
    let rate = statistics.rate
    let count = Double(kernel.input.valuesPerChannel)
    for lane in 0..<kernel.input.laneCount {
      let channel = kernel.channel(ofLane: lane)
      guard channel < kernel.input.channelCount else {
        factors.factor[lane] = 0
        continue
      }
      let total = kernel.total(ofLane: lane)
      let mean = total.first / count
      let variance = max(total.second / count - mean * mean, 0)
      let inverse = 1 / (variance + Double(ModelSpec.batchNormalizationEpsilon)).squareRoot()
      moments[lane * 2] = mean
      moments[lane * 2 + 1] = inverse
      statistics.means[channel] += Float(rate * (mean - Double(statistics.means[channel])))
      statistics.variances[channel] += Float(rate * (variance - Double(statistics.variances[channel])))
      let factor = Double(learned.scale[channel]) * inverse
      factors.factor[lane] = Float(factor)
      factors.offset[lane] = Float(Double(learned.shift[channel]) - mean * factor)
    }
  }

  /// Turns the summed gradients into those of scale and shift, and into what the gradient of the source needs.
  private func differentiate() {
    guard let learned, let gradients else { return }
    let factors = kernel.factors
    let count = Double(kernel.input.valuesPerChannel)
    for lane in 0..<kernel.input.laneCount {
      let channel = kernel.channel(ofLane: lane)
      guard channel < kernel.input.channelCount else {
        factors.gradientFactor[lane] = 0
        continue
      }
      let total = kernel.total(ofLane: lane)
      let (mean, inverse) = (moments[lane * 2], moments[lane * 2 + 1])
      let scaleGradient = (total.second - mean * total.first) * inverse
      gradients.scale[channel] = Float(scaleGradient)
      gradients.shift[channel] = Float(total.first)
      let factor = Double(learned.scale[channel]) * inverse
      let inputFactor = -factor * inverse * scaleGradient / count
      factors.gradientFactor[lane] = Float(factor)
      factors.inputFactor[lane] = Float(inputFactor)
      factors.gradientOffset[lane] = Float(-factor * total.first / count - inputFactor * mean)
    }
  }
}
