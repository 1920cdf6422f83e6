public import DigitData

/// The pictures of a run: to train and validate with, and to test with at the end.
public struct RunPictures: Sendable {
  public let set: TrainingSet
  public let test: DigitSet
  /// Drawings by people who are never trained on.
  public var reserve = InkSet([])
  /// What all are, in words.
  public let name: String

  /// MNIST, or a set of the same form, with drawings beside it.
  public init(_ mnist: MNIST, drawings: InkSet = InkSet([]), options: TrainingOptions) {
    name = RunPictures.name(of: mnist) ?? "digits in \(FilePath(mnist.directory).lastName)"
    set = RunPictures.divided(mnist.training, drawings, name, options)
    test = mnist.test
  }

  /// The digits of a CSV file, tested with MNIST where it is at hand, else with those that are held back; nil where
  /// there are none to test with.
  public init?(
    _ digits: DigitSet, csv path: String, testedOn mnist: MNIST?, drawings: InkSet = InkSet([]),
    options: TrainingOptions
  ) {
    set = RunPictures.divided(digits, drawings, "CSV file \(FilePath(path).lastName)", options)
    if let mnist {
      let source = RunPictures.name(of: mnist) ?? FilePath(mnist.directory).lastName
      (test, name) = (mnist.test, "\(set.name), tested on \(source)")
    } else {
      guard !set.split.validation.isEmpty else { return nil }
      (test, name) = (set.validation, "\(set.name), tested on its validation part")
    }
  }

  private static func name(of mnist: MNIST) -> String? { mnist.isGenuine ? "MNIST" : nil }

  private static func divided(
    _ digits: DigitSet, _ drawings: InkSet, _ name: String, _ options: TrainingOptions
  ) -> TrainingSet {
    TrainingSet(
      digits, drawings: drawings, amounts: options.inkAugmentation, name: name, validation: options.validation,
      seed: options.seed)
  }
}
