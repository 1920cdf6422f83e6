internal import COneDNN

/// One optimiser step over the flat arenas of a session, every thread on its own part.
final class OptimizerKernel: ParallelTask {
  private let optimizer: Optimizer
  private let team: Team
  private let weightDecay: Float
  private let clipNorm: Float?
  private let averageDecay: Float?
  private let count: Int
  private let decayCount: Int
  private let parameters: UnsafeMutablePointer<Float>
  private let gradients: UnsafeMutablePointer<Float>
  /// First and second moments and the moving average of the parameters, as far as they are used.
  let first: Buffer?
  let second: Buffer?
  let average: Buffer?
  private let norms: Buffer
  private var isMeasuring = false
  /// Steps taken so far.
  var step: UInt64 = 0
  // What changes with every step.
  private var rate: Float = 0
  private var decayFactor: Float = 1
  private var gradientFactor: Float = 1
  private var epsilon: Float = 0
  private var averageRate: Float = 0

  init(
    _ optimizer: Optimizer, over arenas: ParameterArenas, team: Team, weightDecay: Float, clipNorm: Float?,
    averageDecay: Float?
  ) throws(KernelError) {
    self.optimizer = optimizer
    self.team = team
    self.weightDecay = weightDecay
    self.clipNorm = clipNorm
    self.averageDecay = averageDecay
    count = arenas.count
    decayCount = arenas.decayCount
    parameters = arenas.parameters.view()
    gradients = arenas.gradients.view()
    norms = try Buffer(byteCount: team.threads * 64)
    switch optimizer {
    case .sgd(let momentum, _):
      first = momentum == 0 ? nil : try Buffer(byteCount: arenas.count * 4)
      second = nil
    case .adam:
      first = try Buffer(byteCount: arenas.count * 4)
      second = try Buffer(byteCount: arenas.count * 4)
    case .rmsprop:
      first = nil
      second = try Buffer(byteCount: arenas.count * 4)
    }
    average = averageDecay == nil ? nil : try Buffer(byteCount: arenas.count * 4)
  }

  /// Begins the moving average at the parameters as they are.
  func startAverage() {
    average?.raw.copyMemory(from: parameters, byteCount: count * 4)
  }

  /// Swaps the parameters and their moving average.
  func exchangeAverage() {
    guard let average else { return }
    let averages: UnsafeMutablePointer<Float> = average.view()
    for index in 0..<count { swap(&parameters[index], &averages[index]) }
  }

  /// Changes the parameters by one step.
  func update(learningRate: Float) {
    step += 1
    prepare(learningRate: learningRate)
    if clipNorm != nil { clip() }
    isMeasuring = false
    team.run(self)
  }

  private func prepare(learningRate: Float) {
    rate = learningRate
    decayFactor = 1 - learningRate * weightDecay
    gradientFactor = 1
    if case .adam(let beta1, let beta2, let epsilon) = optimizer {
      let steps = Double(step)
      let second = (1 - power(Double(beta2), steps)).squareRoot()
      rate = learningRate * Float(second / (1 - power(Double(beta1), steps)))
      self.epsilon = epsilon
    }
    if case .rmsprop(_, let epsilon) = optimizer { self.epsilon = epsilon }
    if let averageDecay {
      averageRate = 1 - min(averageDecay, (1 + Float(step)) / (10 + Float(step)))
    }
  }

  private func clip() {
    guard let clipNorm else { return }
    isMeasuring = true
    team.run(self)
    let sums: UnsafeMutablePointer<Double> = norms.view()
    var total = 0.0
    for part in 0..<team.threads { total += sums[part * 8] }
    let norm = Float(total.squareRoot())
    if norm > clipNorm { gradientFactor = clipNorm / norm }
  }

  override func run(part: Int, of parts: Int) {
    let blocks = Team.share(of: count / 8, part: part, of: parts)
    let denormals = inkling_flush_denormals()
    defer { inkling_restore_denormals(denormals) }
    if isMeasuring {
      measure(blocks, part: part)
      return
    }
    switch optimizer {
    case .sgd(let momentum, let nesterov): descend(blocks, momentum: momentum, nesterov: nesterov)
    case .adam(let beta1, let beta2, _): adapt(blocks, beta1: beta1, beta2: beta2)
    case .rmsprop(let decay, _): scale(blocks, decay: decay)
    }
    if averageDecay != nil { followAverage(blocks) }
  }

  private func measure(_ blocks: Range<Int>, part: Int) {
    var total = 0.0
    for block in blocks {
      let gradient = Float.load(gradients + block * 8)
      total += Double((gradient * gradient).sum())
    }
    let sums: UnsafeMutablePointer<Double> = norms.view()
    sums[part * 8] = total
  }

  @inline(__always)
  private func decay(ofBlock block: Int) -> Float { block &* 8 < decayCount ? decayFactor : 1 }

  private func descend(_ blocks: Range<Int>, momentum: Float, nesterov: Bool) {
    let velocity: UnsafeMutablePointer<Float>? = first?.view()
    for block in blocks {
      let index = block &* 8
      var change = Float.load(gradients + index) * gradientFactor
      if let velocity {
        let moved = Float.load(velocity + index) * momentum + change
        Float.store(moved, to: velocity + index)
        change = nesterov ? change + moved * momentum : moved
      }
      Float.store(Float.load(parameters + index) * decay(ofBlock: block) - change * rate, to: parameters + index)
    }
  }

  private func adapt(_ blocks: Range<Int>, beta1: Float, beta2: Float) {
    guard let first, let second else { return }
    let means: UnsafeMutablePointer<Float> = first.view()
    let squares: UnsafeMutablePointer<Float> = second.view()
    let (keep1, keep2, new1, new2) = (beta1, beta2, 1 - beta1, 1 - beta2)
    for block in blocks {
      let index = block &* 8
      let gradient = Float.load(gradients + index) * gradientFactor
      let mean = Float.load(means + index) * keep1 + gradient * new1
      let square = Float.load(squares + index) * keep2 + gradient * gradient * new2
      Float.store(mean, to: means + index)
      Float.store(square, to: squares + index)
      let change = mean * rate / (square.squareRoot() + epsilon)
      Float.store(Float.load(parameters + index) * decay(ofBlock: block) - change, to: parameters + index)
    }
  }

  private func scale(_ blocks: Range<Int>, decay keep: Float) {
    guard let second else { return }
    let squares: UnsafeMutablePointer<Float> = second.view()
    for block in blocks {
      let index = block &* 8
      let gradient = Float.load(gradients + index) * gradientFactor
      let square = Float.load(squares + index) * keep + gradient * gradient * (1 - keep)
      Float.store(square, to: squares + index)
      let change = gradient * rate / (square + epsilon).squareRoot()
      Float.store(Float.load(parameters + index) * decay(ofBlock: block) - change, to: parameters + index)
    }
  }

  private func followAverage(_ blocks: Range<Int>) {
    guard let average else { return }
    let averages: UnsafeMutablePointer<Float> = average.view()
    for block in blocks {
      let index = block &* 8
      let old = Float.load(averages + index)
      Float.store(old + (Float.load(parameters + index) - old) * averageRate, to: averages + index)
    }
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    var factor = base
    var count = UInt64(exponent)
    while count > 0 {
      if count & 1 == 1 { result *= factor }
      factor *= factor
      count >>= 1
    }
    return result
  }
}
