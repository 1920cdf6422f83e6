/// Lowers the learning rate when a loss no longer falls, as Keras' ReduceLROnPlateau does.
public struct PlateauState: Equatable, Sendable, Codable {
  /// A loss must be lower by more than this to count as progress.
  public static let smallestProgress = 1e-4

  /// What the learning rate is multiplied with by now.
  public private(set) var factor = 1.0
  private var best: Double?
  private var wait = 0

  /// Nothing seen yet.
  public init() {}

  /// Takes the loss of one epoch; after `patience` epochs without progress the factor is multiplied by `reduction`.
  public mutating func observe(_ loss: Double, reduction: Double, patience: Int) {
    if best.map({ loss < $0 - PlateauState.smallestProgress }) ?? true {
      best = loss
      wait = 0
      return
    }
    wait += 1
    guard wait >= patience else { return }
    factor *= reduction
    wait = 0
  }
}
