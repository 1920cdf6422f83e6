/// Lets what would be told too often through 25 times a second.
final class Pacer {
  private static let pace = Duration.milliseconds(40)

  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant

  /// The first time is now.
  init() { next = clock.now }

  /// Whether it is time again; the next one counts from now.
  var isDue: Bool {
    guard clock.now >= next else { return false }
    next = clock.now + Pacer.pace
    return true
  }

  /// `tell`, of which only some calls get through.
  static func slowed<Value>(_ tell: @escaping (Value) -> Void) -> (Value) -> Void {
    let pacer = Pacer()
    return { if pacer.isDue { tell($0) } }
  }
}
