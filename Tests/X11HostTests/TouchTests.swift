import Graphics
import Testing
import Toolkit
import X11Host

@Suite struct TouchTests {
  private func touch(_ action: PointerSample.Action, at time: UInt32 = 5000) -> PointerSample {
    PointerSample(action, at: .zero, device: 7, tool: .finger, milliseconds: time)
  }

  private func pen(_ action: PointerSample.Action, at time: UInt32) -> PointerSample {
    PointerSample(action, at: .zero, device: 2, tool: .pen, milliseconds: time)
  }

  private func phases(_ rules: inout StrokeRules, _ samples: PointerSample...) -> [PointerEvent.Phase] {
    samples.flatMap { rules.handle($0) }.map(\.phase)
  }

  @Test func oneFingerDraws() {
    var rules = StrokeRules()
    #expect(
      phases(&rules, touch(.touchBegan(1)), touch(.touchMoved(1)), touch(.touchEnded(1)))
        == [.down(.primary), .moved, .up(.primary)])
  }

  @Test func twoFingersNeverDraw() {
    var rules = StrokeRules()
    #expect(phases(&rules, touch(.touchBegan(1)), touch(.touchBegan(2))) == [.down(.primary), .cancelled])
    #expect(phases(&rules, touch(.touchMoved(1)), touch(.touchMoved(2)), touch(.touchEnded(1))) == [])
    #expect(phases(&rules, touch(.touchBegan(3)), touch(.touchEnded(3)), touch(.touchEnded(2))) == [])
    #expect(phases(&rules, touch(.touchBegan(4))) == [.down(.primary)])
  }

  @Test(arguments: [
    (UInt32(1000), UInt32(1499), false), (UInt32(1000), UInt32(1500), true), (UInt32.max - 100, UInt32(300), false),
  ])
  func palmsAreIgnoredForHalfASecondAfterThePen(pen penTime: UInt32, finger: UInt32, draws: Bool) {
    var rules = StrokeRules()
    _ = rules.handle(pen(.moved, at: penTime))
    #expect(phases(&rules, touch(.touchBegan(1), at: finger)) == (draws ? [.down(.primary)] : []))
  }

  @Test func aPenThatComesTurnsTheFingerIntoAPalm() {
    var rules = StrokeRules()
    _ = rules.handle(touch(.touchBegan(1), at: 1000))
    #expect(phases(&rules, pen(.pressed(1), at: 1010)) == [.cancelled, .down(.primary)])
    #expect(phases(&rules, touch(.touchMoved(1), at: 1020), touch(.touchEnded(1), at: 1030)) == [])
  }

  @Test func aPenThatRestsOnTheGlassKeepsPalmsAway() {
    var rules = StrokeRules()
    _ = rules.handle(pen(.pressed(1), at: 1000))
    #expect(phases(&rules, touch(.touchBegan(1), at: 9000), touch(.touchEnded(1), at: 9100)) == [])
    _ = rules.handle(pen(.released(1), at: 9200))
    #expect(phases(&rules, touch(.touchBegan(2), at: 9800)) == [.down(.primary)])
  }

  @Test func aMouseDoesNotMakePalms() {
    var rules = StrokeRules()
    _ = rules.handle(PointerSample(.moved, at: .zero, milliseconds: 1000))
    #expect(phases(&rules, touch(.touchBegan(1), at: 1001)) == [.down(.primary)])
  }

  @Test func aScreenThatVanishesTakesItsFingersAlong() {
    var rules = StrokeRules()
    _ = rules.handle(touch(.touchBegan(1)))
    #expect(rules.remove(7).map(\.phase) == [.cancelled])
    #expect(phases(&rules, touch(.touchBegan(2))) == [.down(.primary)])
  }

  @Test func moreFingersThanAHandHasAreForgotten() {
    var rules = StrokeRules()
    for number in 0..<10_000 { _ = rules.handle(touch(.touchBegan(number))) }
    for number in 0..<64 { _ = rules.handle(touch(.touchEnded(number))) }
    #expect(phases(&rules, touch(.touchBegan(10_001))) == [.down(.primary)])
  }
}
