import NeuralNet
import Testing

/// Networks whose numbers of channels do not fill the blocks that kernels work on.
@Suite struct WholeBlocksTests {
  static let networks = [
    "input 1 12 12, conv 8 5, relu, pool 2, conv 24 3, relu, pool 2, flatten, dense 10",
    "input 1 11 11, conv 4 3, sigmoid, conv 12 3 stride 2, bn, relu, dropout .3, conv 20 3, gelu, gap, dense 10",
    "input 3 8 8, conv 9 3 nobias, bn, leaky .2, spatialdropout .3, conv 40 3, tanh, avgpool 2, conv 10 1, gap",
  ]
  static let optimizers = [
    Optimizer.adam(), .sgd(momentum: 0, nesterov: false), .sgd(momentum: 0.9, nesterov: true), .rmsprop(),
  ]

  private func session(
    _ text: String, _ precision: Precision, _ optimizer: Optimizer = .adam()
  ) throws -> TrainingSession {
    try Problem(text, batch: 12).session {
      $0.precision = precision
      $0.optimizer = optimizer
      $0.weightDecay = 0.1
      $0.clipNorm = 0.5
      $0.averageDecay = 0.9
      $0.team = Team(threads: 2)
    }
  }

  @Test(
    .enabled(if: ProcessorInfo.hasBFloat16, "kernels are named as on a processor with AVX512_BF16"),
    arguments: networks, [Precision.f32, .bf16])
  func noLayerIsLeftToAReferenceKernel(text: String, precision: Precision) throws {
    let names = try session(text, precision).kernelNames
    #expect(!names.isEmpty && !names.contains { $0.contains("ref") }, "\(names)")
  }

  @Test(arguments: networks)
  func weightsComeOutAsTheyWentIn(text: String) throws {
    let problem = try Problem(text)
    #expect(try problem.session().snapshot() == problem.model)
  }

  @Test(arguments: networks, [Precision.f32, .bf16])
  func theSameSeedGivesTheSameBytes(text: String, precision: Precision) throws {
    guard precision == .f32 || ProcessorInfo.hasBFloat16 else { return }
    func train() throws -> TrainingState {
      let session = try session(text, precision)
      for _ in 0..<6 { _ = session.step(learningRate: 0.01) }
      return try session.state()
    }
    #expect(try train() == train())
  }

  /// A fresh session has nothing but zeros where blocks are filled up: the old one must have no more to go on from.
  @Test(arguments: networks, optimizers)
  func whatFillsUpBlocksStaysZero(text: String, optimizer: Optimizer) throws {
    for precision in [Precision.f32, .bf16] where precision == .f32 || ProcessorInfo.hasBFloat16 {
      let old = try session(text, precision, optimizer)
      for _ in 0..<5 { _ = old.step(learningRate: 0.01) }
      let fresh = try session(text, precision, optimizer)
      try fresh.restore(try old.state())
      for _ in 0..<5 { #expect(fresh.step(learningRate: 0.01) == old.step(learningRate: 0.01)) }
      #expect(try fresh.state() == old.state())
    }
  }
}
