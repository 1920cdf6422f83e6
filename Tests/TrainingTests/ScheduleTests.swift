import Testing
import Training

@Suite struct ScheduleTests {
  private func options(_ schedule: TrainingOptions.Schedule, warmUp: Double = 0) -> TrainingOptions {
    var options = TrainingOptions()
    options.schedule = schedule
    options.epochs = 10
    options.learningRate = 0.1
    options.warmUp = warmUp
    return options
  }

  private func rates(_ options: TrainingOptions) -> [Float] {
    let schedule = LearningRateSchedule(options, stepsPerEpoch: 10)
    return (0..<100).map { schedule.rate(atStep: $0) }
  }

  @Test func constantStaysWhereItIs() {
    #expect(Set(rates(options(.constant))) == [0.1])
  }

  @Test func warmUpRisesInEqualSteps() {
    let rates = rates(options(.constant, warmUp: 0.5))
    for (rate, expected) in zip(rates, [Float(0.02), 0.04, 0.06, 0.08, 0.1, 0.1]) {
      #expect(abs(rate - expected) < 1e-6)
    }
  }

  @Test func cosineFallsToZero() {
    let rates = rates(options(.cosine, warmUp: 1))
    #expect(abs(rates[9] - 0.1) < 1e-6)
    #expect(rates[9...].indices.dropLast().allSatisfy { rates[$0] >= rates[$0 + 1] })
    #expect(abs(rates[54] - 0.05) < 1e-3)
    #expect(rates[99] < 1e-8)
  }

  @Test func oneCycleRisesAndFalls() {
    let rates = rates(options(.onecycle))
    #expect(abs(rates[0] - 0.004) < 1e-6)
    #expect(rates.max().map { abs($0 - 0.1) < 1e-3 } == true)
    #expect(rates.firstIndex(of: rates.max() ?? 0) == 25)
    #expect(rates[99] < 1e-8)
  }

  @Test func plateausAreCountedAsKerasDoes() {
    var state = PlateauState()
    var factors: [Double] = []
    // 0.99995 is not enough of a step down: it counts as waiting.
    for loss in [1, 0.5, 0.6, 0.49995, 0.3, 0.4, 0.4, 0.4, 0.4, 0.1] {
      state.observe(loss, reduction: 0.5, patience: 2)
      factors.append(state.factor)
    }
    #expect(factors == [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125])
  }
}
