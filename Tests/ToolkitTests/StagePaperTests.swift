import Graphics
import Testing
import Toolkit

@Suite @MainActor struct StagePaperTests {
  private let paper = Element.patch("paper", .paper, 0, 0, 100, 100, cursor: .crosshair)
  private let a = Element.button("a", 150, 10, hint: "words")
  private let area = Element.patch("area", .area, 150, 100, 50, 50)

  private func paperPhases(_ events: [StageEvent]) -> [PointerEvent.Phase] {
    events.compactMap { if case .paper("paper", let event) = $0 { event.phase } else { nil } }
  }

  @Test func everySampleArrivesUntilTheLastButtonIsUp() throws {
    let window = try TestWindow([paper, a])
    let events = window.point(
      .down(50, 50), .moved(150, 20), .down(150, 20, .secondary), .up(150, 20, .secondary), .moved(300, 200),
      .up(160, 15))
    #expect(
      paperPhases(events) == [
        .down(.primary), .moved, .down(.secondary), .up(.secondary), .moved, .up(.primary), .left,
      ])
    #expect(window.point(.down(160, 15), .up(160, 15)) == [.activated("a")])
  }

  @Test func nothingElseAnswersDuringAStroke() throws {
    let window = try TestWindow([paper, a])
    window.point(.moved(50, 50), .down(50, 50), .moved(160, 15))
    window.show([paper, a])
    #expect(try window.bounds(of: Patch.hovered) == nil)
    #expect(window.host.cursor == .crosshair)
    #expect(window.stage.nextDeadline == nil)
    window.point(.up(160, 15))
    #expect(try window.bounds(of: Patch.hovered) == PixelRect(x: 150, y: 10, width: 40, height: 20))
    #expect(window.host.cursor == .hand)
  }

  @Test func aFingerThatDrewIsNoPointer() throws {
    let window = try TestWindow([paper, a])
    let events = window.point(
      .down(50, 50, .primary, .finger), .moved(160, 15, .finger), .up(160, 15, .primary, .finger))
    #expect(paperPhases(events).last == .left)
    window.show([paper, a])
    #expect(try window.bounds(of: Patch.hovered) == nil)
    #expect(window.host.cursor == .arrow)
  }

  @Test func twoDevicesDrawTwoLines() throws {
    let window = try TestWindow([paper, a])
    window.point(.down(10, 10, .primary, .pen, device: 1), .down(20, 20, .primary, .finger, device: 2))
    window.point(.up(20, 20, .primary, .finger, device: 2))
    let pen = window.point(.moved(300, 200, .pen, device: 1), .cancelled(300, 200, .pen, device: 1))
    #expect(paperPhases(pen) == [.moved, .cancelled], "the pen's line goes on when the finger is lifted")
    #expect(window.point(.moved(300, 200, .pen, device: 1)) == [])
  }

  @Test func papersAndAreasHearThatThePointerHasLeft() throws {
    let window = try TestWindow([paper, a, area])
    #expect(paperPhases(window.point(.moved(50, 50))) == [.moved])
    #expect(paperPhases(window.point(.moved(120, 50), .moved(121, 50))) == [.left])
    window.point(.moved(50, 50))
    #expect(paperPhases(window.point(PointerEvent(.left, at: Point(x: -1, y: 50)))) == [.left])
    window.point(.moved(160, 110))
    window.show([paper, a])
    #expect(window.point(.moved(161, 110)) == [.hovered("area", nil)])
    #expect(window.point(.moved(162, 110)) == [])
  }

  @Test func aStrokeGoesOnWhenThePaperIsCovered() throws {
    let window = try TestWindow([paper, a])
    window.point(.down(50, 50))
    window.show([paper, a], modal: [.button("menu", 0, 0)])
    #expect(paperPhases(window.point(.moved(60, 60), .up(60, 60))) == [.moved, .up(.primary), .left])
  }

  @Test func positionsAreInUnitsAndFollowTheScale() throws {
    let window = try TestWindow([paper, a], scale: 2)
    #expect(
      window.point(.moved(100, 60)) == [.paper("paper", PointerEvent(.moved, at: Point(x: 50, y: 30)))])
    window.point(.moved(320, 30))
    #expect(window.stage.scene.elements[1].frame.contains(Point(x: 160, y: 15)))
    #expect(window.host.cursor == .hand)
    window.scale = 1
    window.show([paper, a])
    #expect(window.host.cursor == .arrow, "the pointer stays at its pixel, where there is nothing now")
  }
}
