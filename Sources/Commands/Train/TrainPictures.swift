import DigitData
import Training

/// The pictures of a run, loaded as a plan asks for.
struct TrainPictures {
  let pictures: RunPictures
  /// Lines of drawing files that could not be used.
  let badLines: Int

  /// Loads what `plan` asks for.
  init(_ plan: TrainPlan, console: Console, _ interruption: Interruption) throws {
    let drawings = try plan.strokes.load(console)
    badLines = drawings.badLines
    var pictures: RunPictures
    if let csv = plan.source.csv {
      pictures = try TrainPictures.labelled(csv: csv, drawings.training, plan, console, interruption)
    } else {
      let mnist = try plan.source.mnist(console, interruption)
      pictures = RunPictures(mnist, drawings: drawings.training, options: plan.options)
    }
    pictures.reserve = drawings.reserve
    self.pictures = pictures
  }

  /// A CSV file, and MNIST to test with where it is at hand.
  private static func labelled(
    csv: String, _ drawings: InkSet, _ plan: TrainPlan, _ console: Console, _ interruption: Interruption
  ) throws -> RunPictures {
    let digits = try DigitSource.labelled(csv: csv)
    var mnist: MNIST?
    do {
      // Fetching MNIST is not what was asked for.
      mnist = try plan.source.mnist(console, interruption, isOffline: true)
    } catch {
      if plan.source.directory != nil { throw error }
    }
    guard
      let pictures = RunPictures(digits, csv: csv, testedOn: mnist, drawings: drawings, options: plan.options)
    else {
      throw CommandFailure(
        .data, "there are no pictures to test with: give --validation above 0, or a directory with MNIST with --data")
    }
    return pictures
  }
}
