import NeuralNet
import Testing

/// The loops for wide vectors against the portable ones, bit for bit; on processors without them both are the same.
@Suite struct WideTileTests {
  static let networks = [
    "input 1 9 11, conv 16 3, relu, bn, conv 32 3 nobias, bn, relu, pool 2, dropout .3, flatten, dense 10",
    "input 1 13 13, conv 19 3, leaky .2, bn, spatialdropout .3, conv 48 3, pool 2, bn, leaky .1, gap, dense 10",
    "input 1 8 8, conv 5 3 nobias, bn, relu, dropout .5, conv 7 3, relu, pool 2, spatialdropout .5, flatten, dense 10",
  ]

  @Test(arguments: networks, [Precision.f32, .bf16])
  func trainingGivesTheSameBytes(text: String, precision: Precision) throws {
    guard precision == .f32 || ProcessorInfo.hasBFloat16 else { return }
    func train() throws -> TrainingState {
      let session = try Problem(text, batch: 5).session {
        $0.precision = precision
        $0.team = Team(threads: 2)
      }
      for _ in 0..<4 { _ = session.step(learningRate: 0.01) }
      return try session.state()
    }
    let portable = try ProcessorInfo.$usesWideTiles.withValue(false) { try train() }
    #expect(try train() == portable)
  }

  @Test(arguments: networks)
  func answersAreTheSame(text: String) throws {
    let problem = try Problem(text, batch: 5)
    func answer() throws -> [Float] {
      let session = try InferenceSession(problem.model, batch: 5)
      session.run(problem.inputs.flatMap { $0 }, count: 5)
      return Array(session.logits)
    }
    let portable = try ProcessorInfo.$usesWideTiles.withValue(false) { try answer() }
    #expect(try answer() == portable)
  }
}
