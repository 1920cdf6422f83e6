import CAllocationProbe
import DigitData
import Ink
import NeuralNet
import Recognition
import Testing
import Training

@Suite struct AllocationTests {
  @Test func theProbeCounts() {
    allocation_probe_start()
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 100, alignment: 16)
    let counts = allocation_probe_stop()
    memory.deallocate()
    #expect(counts.ours == 1)
  }

  @Test(arguments: Preset.allCases, [Precision.f32, .bf16])
  func aTrainingStepAllocatesNothing(preset: Preset, precision: Precision) throws {
    guard precision == .f32 || ProcessorInfo.hasBFloat16 else { return }
    var configuration = TrainingSession.Configuration()
    configuration.batch = 8
    configuration.precision = precision
    configuration.team = Team(threads: 1)
    configuration.clipNorm = 1
    configuration.averageDecay = 0.99
    let model = Model(initializing: preset.spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let session = try TrainingSession(model, configuration)
    for _ in 0..<3 { _ = session.step(learningRate: 1e-3) }
    allocation_probe_start()
    for _ in 0..<5 { _ = session.step(learningRate: 1e-3) }
    let counts = allocation_probe_stop()
    #expect(counts.ours == 0)
    #expect(counts.libraries > 0, "oneDNN is known to allocate: the probe must have seen it")
  }

  @Test(arguments: Preset.allCases)
  func aPredictionAllocatesNothing(preset: Preset) throws {
    let model = Model(initializing: preset.spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let session = try InferenceSession(model)
    let picture = [UInt8](repeating: 100, count: DigitSet.pixelCount)
    for _ in 0..<3 { session.run(picture, count: 1) }
    allocation_probe_start()
    for _ in 0..<5 { session.run(picture, count: 1) }
    #expect(allocation_probe_stop().ours == 0)
  }

  @Test func aBatchOnTwoThreadsAllocatesNothing() throws {
    let model = Model(initializing: Preset.cnnDeep.spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let session = try InferenceSession(model, batch: 40, team: Team(threads: 2), keepsEmbedding: true)
    let pictures = [UInt8](repeating: 100, count: 40 * DigitSet.pixelCount)
    for _ in 0..<3 { session.run(pictures, count: 40) }
    allocation_probe_start()
    for _ in 0..<3 { session.run(pictures, count: 40) }
    #expect(allocation_probe_stop().ours == 0)
  }

  @Test func aWholeBatchOfTheTrainerAllocatesNothing() throws {
    let set = TrainingSet(syntheticDigits(count: 200), name: "synthetic", validation: 0, seed: 1)
    let counts = try countsOfTenBatches(of: set, after: 5)
    #expect(counts.libraries > 0)
    #expect(counts.ours == 0)
  }

  @Test func fromInkToAnswerNothingIsAllocated() throws {
    let model = Model(initializing: Preset.inkling.spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let recognizer = try Recognizer([model])
    let strokes = [
      Stroke(points: (0..<150).map { InkPoint(x: Double($0 % 40), y: Double($0)) }),
      Stroke(points: [InkPoint(x: 3, y: 70), InkPoint(x: 30, y: 72)]),
    ]
    for _ in 0..<3 { _ = recognizer.recognize(strokes, penWidth: 4) }
    allocation_probe_start()
    for _ in 0..<5 { _ = recognizer.recognize(strokes, penWidth: 4) }
    #expect(allocation_probe_stop().ours == 0)
  }

  @Test func aBatchWithDrawingsAllocatesNothing() throws {
    var drawings = InkSet([])
    for label in ["1", "7", "x"] {
      let points = (0..<60).map { InkPoint(x: Double($0 % 20), y: Double($0)) }
      _ = drawings.add(Drawing(strokes: [Stroke(points: points)], label: label, writer: "a/1"))
    }
    let set = TrainingSet(syntheticDigits(count: 2000), drawings: drawings, name: "synthetic", validation: 0, seed: 1)
    // Paths keep growing until the longest scribble has come by.
    let counts = try countsOfTenBatches(of: set, after: 60)
    #expect(counts.libraries > 0)
    #expect(counts.ours == 0)
  }

  /// What ten batches of a small run allocate once the first `count` are done.
  private func countsOfTenBatches(of set: TrainingSet, after count: Int) throws -> AllocationCounts {
    var options = TrainingOptions()
    options.threads = 1
    options.batch = 8
    options.epochs = 1
    let spec = try ModelSpec(text: "conv 6 3 nobias, bn, relu, pool 2, dropout .2, flatten, dense 10")
    var batches = 0
    var counts = AllocationCounts()
    _ = try Trainer(options, spec: spec, name: "test", set: set).run { event in
      guard case .batch = event else { return .goOn }
      batches += 1
      if batches == count { allocation_probe_start() }
      if batches == count + 10 { counts = allocation_probe_stop() }
      return .goOn
    }
    return counts
  }
}
