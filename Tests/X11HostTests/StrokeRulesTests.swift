import Graphics
import Testing
import Toolkit
import X11Host

@Suite struct StrokeRulesTests {
  private func phases(_ rules: inout StrokeRules, _ samples: PointerSample...) -> [PointerEvent.Phase] {
    samples.flatMap { rules.handle($0) }.map(\.phase)
  }

  private func sample(
    _ action: PointerSample.Action, x: Double = 0, device: Int = 1, tool: PointerEvent.Tool = .mouse,
    pressure: Double? = nil, holdsButton: Bool = true
  ) -> PointerSample {
    PointerSample(
      action, at: Point(x: x, y: 0), device: device, tool: tool, pressure: pressure, holdsButton: holdsButton)
  }

  @Test func aStrokeGoesDownMovesAndGoesUp() {
    var rules = StrokeRules()
    #expect(
      phases(&rules, sample(.moved), sample(.pressed(1)), sample(.moved), sample(.released(1)))
        == [.moved, .down(.primary), .moved, .up(.primary)])
  }

  @Test(arguments: [(1, PointerEvent.Button.primary), (2, .middle), (3, .secondary), (8, .other(8))])
  func buttonsHaveTheirNames(number: Int, button: PointerEvent.Button) {
    var rules = StrokeRules()
    #expect(phases(&rules, sample(.pressed(number)), sample(.released(number))) == [.down(button), .up(button)])
  }

  @Test func aStrokeKeepsTheToolThatItBeganWith() {
    var rules = StrokeRules()
    let events = [
      sample(.pressed(1), tool: .eraser), sample(.moved, tool: .pen), sample(.released(1), tool: .pen),
      sample(.moved, tool: .pen),
    ].flatMap { rules.handle($0) }
    #expect(events.map(\.tool) == [.eraser, .eraser, .eraser, .pen])
  }

  @Test func aPenThatSaysZeroSaysNothing() {
    var rules = StrokeRules()
    #expect(rules.handle(sample(.pressed(1), tool: .pen, pressure: 0)).map(\.pressure) == [nil])
    #expect(rules.handle(sample(.moved, tool: .pen, pressure: 0.25)).map(\.pressure) == [0.25])
  }

  @Test func aLostReleaseEndsTheStrokeWhereItWas() {
    var rules = StrokeRules()
    _ = phases(&rules, sample(.pressed(1), x: 1), sample(.moved, x: 2))
    let events = rules.handle(sample(.moved, x: 9, holdsButton: false))
    #expect(events.map(\.phase) == [.cancelled, .moved])
    #expect(events.map(\.position.x) == [2, 9])
    #expect(phases(&rules, sample(.released(1))) == [])
  }

  @Test func aGrabOfSomebodyElseCancelsEveryStroke() {
    var rules = StrokeRules()
    _ = phases(&rules, sample(.pressed(1), device: 1), sample(.pressed(1), device: 2))
    #expect(phases(&rules, sample(.left(byGrab: true))) == [.cancelled, .cancelled, .left])
  }

  @Test func leavingTheWindowDoesNotEndAStroke() {
    var rules = StrokeRules()
    #expect(
      phases(&rules, sample(.pressed(1)), sample(.left(byGrab: false)), sample(.entered), sample(.released(1)))
        == [.down(.primary), .up(.primary)])
    #expect(phases(&rules, sample(.left(byGrab: false)), sample(.entered)) == [.left, .entered])
  }

  @Test func aDeviceThatVanishesCancelsItsStrokeOnly() {
    var rules = StrokeRules()
    _ = phases(&rules, sample(.pressed(1), device: 1), sample(.pressed(1), device: 2))
    #expect(rules.remove(2).map(\.phase) == [.cancelled])
    #expect(rules.remove(2).isEmpty)
    #expect(phases(&rules, sample(.moved, device: 1), sample(.released(1), device: 1)) == [.moved, .up(.primary)])
  }

  @Test func hidingTheWindowEndsEverything() {
    var rules = StrokeRules()
    _ = phases(&rules, sample(.pressed(1)), sample(.touchBegan(1), device: 3))
    #expect(rules.cancelAll().map(\.phase) == [.cancelled, .cancelled])
    #expect(rules.cancelAll().isEmpty)
  }
}
