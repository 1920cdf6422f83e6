import DigitData
import Training

/// The pictures of a run: to train and validate with, and to test with at the end.
struct TrainPictures {
  let set: TrainingSet
  let test: DigitSet
  /// Drawings by people who are never trained on.
  let reserve: InkSet
  /// Lines of drawing files that could not be used.
  let badLines: Int
  /// What both are, in words.
  let name: String

  /// Loads what `plan` asks for.
  init(_ plan: TrainPlan, console: Console, _ interruption: Interruption) throws {
    let options = plan.options
    let drawings = try plan.strokes.load(console)
    reserve = drawings.reserve
    badLines = drawings.badLines
    func divided(_ digits: DigitSet, _ name: String) -> TrainingSet {
      TrainingSet(
        digits, drawings: drawings.training, amounts: options.inkAugmentation, name: name,
        validation: options.validation, seed: options.seed)
    }
    guard let csv = plan.source.csv else {
      let mnist = try plan.source.mnist(console, interruption)
      name = mnist.isGenuine ? "MNIST" : "digits in \(FilePath(mnist.directory).lastName)"
      set = divided(mnist.training, name)
      test = mnist.test
      return
    }
    let training = "CSV file \(FilePath(csv).lastName)"
    set = divided(try DigitSource.labelled(csv: csv), training)
    (test, name) = try TrainPictures.test(beside: set, plan.source, console, interruption)
  }

  /// What a model trained on a CSV file is tested with: MNIST where it is at hand, else the validation part.
  private static func test(
    beside set: TrainingSet, _ source: DigitSource, _ console: Console, _ interruption: Interruption
  ) throws -> (DigitSet, String) {
    do {
      // Fetching MNIST is not what was asked for.
      let mnist = try source.mnist(console, interruption, isOffline: true)
      return (mnist.test, "\(set.name), tested on \(mnist.isGenuine ? "MNIST" : FilePath(mnist.directory).lastName)")
    } catch {
      if source.directory != nil { throw error }
    }
    guard !set.split.validation.isEmpty else {
      throw CommandFailure(
        .data, "there are no pictures to test with: give --validation above 0, or a directory with MNIST with --data")
    }
    return (set.validation, "\(set.name), tested on its validation part")
  }
}
