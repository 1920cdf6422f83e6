import Glibc
import NeuralNet
import Testing

/// One learned number of a network followed through many steps, against each rule written out by hand.
@Suite struct OptimizerTests {
  private let steps = 12
  private let rate: Float = 0.01

  /// A dense layer on fixed inputs; returns weights before, and gradients and weights of every step.
  private func trace(_ change: (inout TrainingSession.Configuration) -> Void) throws -> (
    start: [Float], gradients: [[Float]], weights: [[Float]]
  ) {
    let problem = try Problem("input 1 4 4, flatten, dense 12, tanh, dense 10")
    let session = try problem.session(change)
    var gradients: [[Float]] = []
    var weights: [[Float]] = []
    for _ in 0..<steps {
      _ = session.step(learningRate: rate)
      gradients.append(try session.gradients()[0])
      weights.append(try session.snapshot().tensors[0].values)
    }
    return (problem.model.tensors[0].values, gradients, weights)
  }

  /// Applies `rule` (state of two numbers, gradient, step from 1) to every weight and compares.
  private func check(
    _ change: (inout TrainingSession.Configuration) -> Void, decay: Float = 0,
    rule: (inout (Double, Double), Double, Int) -> Double
  ) throws {
    let (start, gradients, weights) = try trace(change)
    var states = [(Double, Double)](repeating: (0, 0), count: start.count)
    var expected = start.map(Double.init)
    for step in 0..<steps {
      for index in expected.indices {
        let difference = rule(&states[index], Double(gradients[step][index]), step + 1)
        expected[index] = expected[index] * (1 - Double(rate * decay)) - difference
      }
      let largest = zip(expected, weights[step]).map { abs($0 - Double($1)) }.max() ?? .infinity
      #expect(largest < 2e-5, "step \(step): off by \(largest)")
    }
    #expect(weights.last != start)
  }

  @Test func plainDescent() throws {
    let rate = Double(rate)
    try check {
      $0.optimizer = .sgd(momentum: 0, nesterov: false)
    } rule: { _, gradient, _ in
      rate * gradient
    }
  }

  @Test(arguments: [false, true])
  func momentum(nesterov: Bool) throws {
    let rate = Double(rate)
    try check {
      $0.optimizer = .sgd(momentum: 0.9, nesterov: nesterov)
    } rule: { state, gradient, _ in
      state.0 = 0.9 * state.0 + gradient
      return rate * (nesterov ? gradient + 0.9 * state.0 : state.0)
    }
  }

  @Test(arguments: [Float(0), 0.1])
  func adamWithDecoupledDecay(decay: Float) throws {
    let rate = Double(rate)
    try check(
      {
        $0.optimizer = .adam()
        $0.weightDecay = decay
      }, decay: decay
    ) { state, gradient, step in
      state.0 = 0.9 * state.0 + 0.1 * gradient
      state.1 = 0.999 * state.1 + 0.001 * gradient * gradient
      let corrected = rate * (1 - pow(0.999, Double(step))).squareRoot() / (1 - pow(0.9, Double(step)))
      return corrected * state.0 / (state.1.squareRoot() + 1e-7)
    }
  }

  @Test func rootMeanSquare() throws {
    let rate = Double(rate)
    try check {
      $0.optimizer = .rmsprop()
    } rule: { state, gradient, _ in
      state.1 = 0.9 * state.1 + 0.1 * gradient * gradient
      return rate * gradient / (state.1 + 1e-7).squareRoot()
    }
  }

  @Test func biasesDoNotDecay() throws {
    let problem = try Problem("input 1 4 4, flatten, dense 10")
    let session = try problem.session {
      $0.optimizer = .sgd(momentum: 0, nesterov: false)
      $0.weightDecay = 0.5
    }
    _ = session.step(learningRate: 0.1)
    let gradients = try session.gradients()
    let after = try session.snapshot().tensors
    for (index, decay) in [(0, Float(0.95)), (1, 1)] {
      for (position, old) in problem.model.tensors[index].values.enumerated() {
        #expect(abs(after[index].values[position] - (old * decay - 0.1 * gradients[index][position])) < 1e-6)
      }
    }
  }

  @Test func clippingShortensTheWholeGradient() throws {
    let problem = try Problem("input 1 4 4, flatten, dense 10")
    let session = try problem.session {
      $0.optimizer = .sgd(momentum: 0, nesterov: false)
      $0.clipNorm = 0.01
    }
    _ = session.step(learningRate: 1)
    let length = zip(problem.model.tensors, try session.snapshot().tensors).reduce(Float(0)) { sum, pair in
      sum + zip(pair.0.values, pair.1.values).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    #expect(abs(length.squareRoot() - 0.01) < 1e-4)
  }

  @Test func averagesFollowTheWeights() throws {
    let problem = try Problem("input 1 4 4, flatten, dense 12, relu, bn, dense 10")
    let session = try problem.session { $0.averageDecay = 0.5 }
    var average = problem.model.tensors[0].values
    for step in 1...8 {
      _ = session.step(learningRate: 0.01)
      let decay = min(0.5, Float(1 + step) / Float(10 + step))
      average = zip(average, try session.snapshot().tensors[0].values).map { $0 + ($1 - $0) * (1 - decay) }
    }
    let before = try session.snapshot()
    let averaged = try session.averagedSnapshot(settlingOver: 1) { _ in }
    for (left, right) in zip(average, averaged.tensors[0].values) { #expect(abs(left - right) < 1e-5) }
    // The settled statistics are those of the one batch there is, and the session is as it was.
    #expect(averaged.tensors[4] != before.tensors[4])
    #expect(try session.snapshot() == before)
  }
}
