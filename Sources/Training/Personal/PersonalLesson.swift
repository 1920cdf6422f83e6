public import DigitData
public import NeuralNet

/// A whole lesson: reads what is held back, learns the rest, reads again.
///
/// Drawings that are held back are never learned from, and nothing is chosen by them: they only tell what has changed.
public struct PersonalLesson: Sendable {
  /// How far a lesson has come.
  public enum Step: Equatable, Sendable {
    /// Reads before or after learning: pictures so far and in all.
    case reading(done: Int, count: Int, isAfter: Bool)
    /// Learns: batches so far and in all.
    case learning(done: Int, count: Int)

    /// How much of the lesson is done, 0…1.
    public var share: Double {
      switch self {
      case .reading(let done, let count, let isAfter): (isAfter ? 0.8 : 0) + 0.2 * Step.part(done, of: count)
      case .learning(let done, let count): 0.2 + 0.6 * Step.part(done, of: count)
      }
    }

    private static func part(_ done: Int, of count: Int) -> Double { Double(done) / Double(max(1, count)) }
  }

  /// What came of a lesson.
  public struct Result: Sendable {
    public var model: Model
    public var outcome: PersonalOutcome
    public var history: History
    /// How the new model reads the test digits; nil where they are not here.
    public var mnist: Evaluation?
    public var options: TrainingOptions
  }

  private let model: Model
  private let drawings: InkSet
  private let split: PersonalSplit
  private let replay: DigitSet?
  private let test: DigitSet?
  /// How it is learned.
  public var training: PersonalTraining

  /// A lesson for `model` in `drawings`, which are divided by `split`. `replay` are pictures by others that are mixed in
  /// and `test` such that are read before and after; nil where there are none.
  public init(_ model: Model, drawings: InkSet, split: PersonalSplit, replay: DigitSet?, test: DigitSet?) {
    (self.model, self.drawings, self.split) = (model, drawings, split)
    (self.replay, self.test) = (replay, test)
    training = PersonalTraining(hasReplay: replay != nil)
  }

  /// Does everything; `goesOn` hears how far it has come on the calling thread, and false ends it with nil.
  public func run(goesOn: (Step) -> Bool) throws(TrainingError) -> Result? {
    let clock = ContinuousClock()
    let start = clock.now
    let held = InkSet(split.heldBack.map { drawings.items[$0] }).framedDigits
    let digits = test.map { held.appending($0) } ?? held
    guard let before = try read(digits, by: model, isAfter: false, goesOn) else { return nil }
    let learningStart = clock.now
    let result = try training.run(
      model, drawings: InkSet(split.learned.map { drawings.items[$0] }), replay: replay,
      goesOn: { goesOn(.learning(done: $0, count: training.steps)) })
    guard let result else { return nil }
    let learningSeconds = learningStart.duration(to: clock.now).seconds
    guard let after = try read(digits, by: result.model, isAfter: true, goesOn) else { return nil }
    let outcome = PersonalOutcome(
      learned: split.learned.count,
      heldBack: PersonalLesson.reading(digits, 0..<held.count, before, after),
      mnist: test.map { _ in PersonalLesson.reading(digits, held.count..<digits.count, before, after) },
      hadReplay: replay != nil, learningSeconds: learningSeconds, seconds: start.duration(to: clock.now).seconds)
    let evaluation = test.map {
      Evaluation(probabilities: Array(after[(held.count * 10)...]), labels: $0.labels)
    }
    return Result(
      model: result.model, outcome: outcome, history: result.history, mnist: evaluation, options: result.options)
  }

  private func read(
    _ digits: DigitSet, by model: Model, isAfter: Bool, _ goesOn: (Step) -> Bool
  ) throws(TrainingError) -> [Float]? {
    try Evaluator(model).probabilities(of: digits) {
      goesOn(.reading(done: $0, count: digits.count, isAfter: isAfter))
    }
  }

  private static func reading(
    _ digits: DigitSet, _ places: Range<Int>, _ before: [Float], _ after: [Float]
  ) -> PersonalOutcome.Reading {
    func wrong(_ probabilities: [Float]) -> Int {
      places.count { place in
        let answer = probabilities[place * 10..<place * 10 + 10]
        return answer.indices.max { answer[$0] < answer[$1] } != place * 10 + Int(digits.labels[place])
      }
    }
    return PersonalOutcome.Reading(count: places.count, wrongBefore: wrong(before), wrongAfter: wrong(after))
  }
}
