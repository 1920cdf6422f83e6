/// What learning from a person's drawings has changed, in numbers.
public struct PersonalOutcome: Equatable, Sendable {
  /// Drawings or pictures that were read twice.
  public struct Reading: Equatable, Sendable {
    public var count: Int
    /// How many were read wrong before learning, and after.
    public var wrongBefore: Int
    public var wrongAfter: Int

    /// Takes everything as it is.
    public init(count: Int, wrongBefore: Int, wrongAfter: Int) {
      (self.count, self.wrongBefore, self.wrongAfter) = (count, wrongBefore, wrongAfter)
    }

    /// The shares that were read right.
    public var accuracyBefore: Double { Double(count - wrongBefore) / Double(max(1, count)) }
    public var accuracyAfter: Double { Double(count - wrongAfter) / Double(max(1, count)) }
  }

  /// How many drawings were learned from.
  public var learned: Int
  /// The person's drawings that were held back.
  public var heldBack: Reading
  /// The test digits of MNIST; nil where they are not on this computer.
  public var mnist: Reading?
  /// Whether pictures of other people were mixed in.
  public var hadReplay: Bool
  /// Seconds that learning took, and with reading before and after.
  public var learningSeconds: Double
  public var seconds: Double

  /// Takes everything as it is.
  public init(
    learned: Int, heldBack: Reading, mnist: Reading?, hadReplay: Bool, learningSeconds: Double, seconds: Double
  ) {
    self.learned = learned
    self.heldBack = heldBack
    self.mnist = mnist
    self.hadReplay = hadReplay
    self.learningSeconds = learningSeconds
    self.seconds = seconds
  }
}
