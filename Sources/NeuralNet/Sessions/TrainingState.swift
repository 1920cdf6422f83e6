/// Everything that a training session must be given to go on as if it had never stopped.
public struct TrainingState: Equatable, Sendable {
  /// The weights as they are, running statistics included.
  public var model: Model
  /// Steps taken.
  public var step: UInt64
  /// The optimiser's memory and the moving average: one array for each learned parameter, in the order of the spec;
  /// empty where the optimiser keeps none.
  public var firstMoments: [[Float]]
  public var secondMoments: [[Float]]
  public var averages: [[Float]]

  /// Takes the parts as they are.
  public init(
    model: Model, step: UInt64, firstMoments: [[Float]], secondMoments: [[Float]], averages: [[Float]]
  ) {
    self.model = model
    self.step = step
    self.firstMoments = firstMoments
    self.secondMoments = secondMoments
    self.averages = averages
  }
}
