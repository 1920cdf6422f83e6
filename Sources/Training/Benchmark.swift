import Glibc
import Ink
public import NeuralNet
import Recognition

/// Speed of one network on this machine, on random data in memory.
public struct Benchmark: Equatable, Sendable, Codable {
  public var arch: String
  public var precision: String
  public var threads: Int
  public var batch: Int
  /// Forward, backward and update, dropout included.
  public var trainImagesPerSecond: Double
  /// One picture with as many threads as the window would use.
  public var predictMicrosecondsMedian: Double
  public var predictMicrosecondsP99: Double
  public var predictMicrosecondsOneThread: Double
  /// From the strokes of a drawing to the answer, framing included.
  public var inkToAnswerMicrosecondsMedian: Double
  public var inkToAnswerMicrosecondsP99: Double
  /// Batches of 256.
  public var batchImagesPerSecond: Double
  public var parameters: Int
  public var multiplyAdds: Int

  /// Measures `spec`; takes a few seconds.
  public static func run(
    name: String, spec: ModelSpec, batch: Int, precision: Precision, team: Team
  ) throws -> Benchmark {
    let model = Model(initializing: spec, metadata: ModelMetadata(name: name), seed: 1)
    let training = try trainingRate(of: model, batch: batch, precision: precision, team: team)
    let window = try InferenceSession.fastest(for: model, team: team)
    let chosen = latencies(of: window)
    let single = window.team.threads == 1 ? chosen : latencies(of: try InferenceSession(model))
    let drawing = spec.input == ModelSpec.digit && spec.output == .vector(10) ? try inkTimes(of: model) : []
    return Benchmark(
      arch: name, precision: precision.rawValue, threads: team.threads, batch: batch,
      trainImagesPerSecond: training.rounded(), predictMicrosecondsMedian: chosen.percentile(50),
      predictMicrosecondsP99: chosen.percentile(99), predictMicrosecondsOneThread: single.percentile(50),
      inkToAnswerMicrosecondsMedian: drawing.percentile(50), inkToAnswerMicrosecondsP99: drawing.percentile(99),
      batchImagesPerSecond: try batchRate(of: model, team: team).rounded(), parameters: spec.parameterCount,
      multiplyAdds: spec.multiplyAdds)
  }

  private static func trainingRate(of model: Model, batch: Int, precision: Precision, team: Team) throws -> Double {
    var configuration = TrainingSession.Configuration()
    configuration.batch = batch
    configuration.precision = precision
    configuration.team = team
    let session = try TrainingSession(model, configuration)
    var generator = SeededGenerator(seed: 1, stream: .sampling)
    for index in session.inputs.indices { session.inputs[index] = generator.nextUniform() }
    let classes = model.spec.output.count
    for row in 0..<batch { session.targets[row * classes + row % classes] = 1 }
    for _ in 0..<5 { _ = session.step(learningRate: 1e-3) }
    let clock = ContinuousClock()
    var steps = 0
    let start = clock.now
    while start.duration(to: clock.now) < .seconds(3) {
      _ = session.step(learningRate: 1e-3)
      steps += 1
    }
    return Double(steps * batch) / start.duration(to: clock.now).seconds
  }

  private static func latencies(of session: InferenceSession) -> [Double] {
    let picture = randomPictures(1)
    let clock = ContinuousClock()
    var times: [Double] = []
    for round in 0..<2200 {
      let start = clock.now
      session.run(picture, count: 1)
      if round >= 200 { times.append(start.duration(to: clock.now).seconds * 1e6) }
    }
    return times.sorted()
  }

  /// A 3 of 150 measurements, as a tablet gives them, is read again and again.
  private static func inkTimes(of model: Model) throws -> [Double] {
    let recognizer = try Recognizer([model])
    let points = (0..<150).map { index in
      let way = Float(index) / 149 * 2 - 1
      return InkPoint(
        x: 100 + 60 * Double(cosf(way * 3.6 * (way < 0 ? 1 : -1))),
        y: 140 + 100 * Double(way) + 8 * Double(sinf(way * 9)))
    }
    let strokes = [Stroke(points: points)]
    var times: [Double] = []
    for round in 0..<2200 {
      let answer = recognizer.recognize(strokes, penWidth: 12)
      if round >= 200 { times.append(answer.time.seconds * 1e6) }
    }
    return times.sorted()
  }

  private static func batchRate(of model: Model, team: Team) throws -> Double {
    let session = try InferenceSession(model, batch: 256, team: team)
    let pictures = randomPictures(256)
    for _ in 0..<3 { session.run(pictures, count: 256) }
    let clock = ContinuousClock()
    var rounds = 0
    let start = clock.now
    while start.duration(to: clock.now) < .seconds(1) {
      session.run(pictures, count: 256)
      rounds += 1
    }
    return Double(rounds * 256) / start.duration(to: clock.now).seconds
  }

  private static func randomPictures(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 2, stream: .sampling)
    return (0..<count * 784).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }
}

extension [Double] {
  /// A percentile of sorted values, rounded to tenths.
  fileprivate func percentile(_ percent: Int) -> Double {
    isEmpty ? 0 : (self[Swift.min(count - 1, count * percent / 100)] * 10).rounded() / 10
  }
}

extension Duration {
  /// The duration as a number of seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
