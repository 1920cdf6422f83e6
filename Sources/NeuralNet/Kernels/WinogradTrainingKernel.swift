internal import COneDNN

/// A 3×3 convolution while it learns from bf16 numbers, in Winograd's form.
final class WinogradTrainingKernel: TrainingKernel {
  /// The places of weights and biases.
  let slots: [ParameterSlot]
  private let operation: WeightedOperation
  private let engine: Engine
  private let gradients: GradientBuffers
  private let results: WinogradResults
  private let weightsGradient: WinogradGradient
  /// Nil for the first kernel: nothing before it learns.
  private let sourceGradient: WinogradResults?

  /// Nil where the operation has no such form here.
  init?(
    _ operation: WeightedOperation, parameters: [Int], isFirst: Bool, gradients: GradientBuffers, team: Team,
    in engine: Engine
  ) throws(KernelError) {
    guard let form = operation.winogradForm else { return nil }
    self.operation = operation
    self.engine = engine
    self.gradients = gradients
    results = try WinogradResults(form, slope: operation.slope, isReversed: false, team: team)
    weightsGradient = try WinogradGradient(form, team: team)
    sourceGradient = isFirst ? nil : try WinogradResults(form.reversed, slope: nil, isReversed: true, team: team)
    let weights = ParameterSlot(
      index: parameters[0], layout: try ArrayLayout(operation.weightShape, .float32, dnnl_ABcd16b16a),
      plain: try operation.plainWeights, decays: true)
    guard operation.hasBias else {
      slots = [weights]
      return
    }
    let biases = try operation.biases
    slots = [weights, ParameterSlot(index: parameters[1], layout: biases.layout, plain: biases, decays: false)]
  }

  override var scratchByteCount: Int {
    max(results.scratchByteCount, weightsGradient.scratchByteCount, sourceGradient?.scratchByteCount ?? 0)
  }

  override func bind(_ arenas: ParameterArenas, scratch: Buffer) throws(KernelError) {
    let parameters: UnsafeMutablePointer<Float> = arenas.parameters.view()
    let learned: UnsafeMutablePointer<Float> = arenas.gradients.view()
    let weights = UnsafePointer(parameters + slots[0].offset)
    let biases = operation.hasBias ? slots[1].offset : nil
    let (source, result) = (operation.source.buffer, operation.result.buffer)
    results.bind(
      from: source, to: result, weights: weights, biases: biases.map { UnsafePointer(parameters + $0) },
      scratch: scratch)
    weightsGradient.bind(
      source: source, resultGradient: gradients.result, weights: learned + slots[0].offset,
      biases: biases.map { learned + $0 }, scratch: scratch)
    sourceGradient?.bind(
      from: gradients.result, to: gradients.source, weights: weights, biases: nil, scratch: scratch)
  }

  override func forward(step: UInt64) { results.run() }

  override func backward() {
    weightsGradient.run()
    sourceGradient?.run()
  }
}
