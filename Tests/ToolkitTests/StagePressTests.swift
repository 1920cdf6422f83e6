import Graphics
import Testing
import Toolkit

@Suite @MainActor struct StagePressTests {
  private let a = Element.button("a", 10, 10)
  private let b = Element.button("b", 10, 40)
  private let slider = Element.patch("s", .slider(value: 0, range: 0...10, step: 1), 100, 10, 120, 20)
  private let area = Element.patch("area", .area, 100, 60, 50, 50)

  @Test func pressAndReleaseInsideActivates() throws {
    let window = try TestWindow([a, b])
    #expect(window.point(.down(20, 20)) == [])
    #expect(window.point(.up(21, 20)) == [.activated("a")])
  }

  @Test func releaseOutsideDoesNot() throws {
    let window = try TestWindow([a, b])
    #expect(window.point(.down(20, 20), .moved(20, 50), .up(20, 50)) == [])
    #expect(window.point(.down(20, 50), .moved(200, 200), .moved(20, 50), .up(20, 50)) == [.activated("b")])
  }

  @Test func draggedOutAndBackInShowsIt() throws {
    let window = try TestWindow([a, b])
    window.point(.moved(20, 20), .down(20, 20))
    #expect(try window.bounds(of: Patch.pressed) == PixelRect(x: 10, y: 10, width: 40, height: 20))
    window.point(.moved(20, 50))
    #expect(try window.bounds(of: Patch.pressed) == nil)
    #expect(try window.bounds(of: Patch.hovered) == nil, "others do not answer while one is held")
    window.point(.moved(20, 20))
    #expect(try window.bounds(of: Patch.pressed) != nil)
    window.point(.moved(20, 50), .up(20, 50))
    #expect(try window.bounds(of: Patch.hovered) == PixelRect(x: 10, y: 40, width: 40, height: 20))
  }

  @Test func anotherButtonOfTheMouseDoesNotRelease() throws {
    let window = try TestWindow([a])
    #expect(window.point(.down(20, 20), .down(20, 20, .secondary), .up(20, 20, .secondary)) == [])
    #expect(window.point(.up(20, 20)) == [.activated("a")])
  }

  @Test func secondaryButtonPressesNothing() throws {
    let window = try TestWindow([a])
    window.point(.down(20, 20, .secondary))
    #expect(try window.bounds(of: Patch.pressed) == nil)
    #expect(window.point(.up(20, 20, .secondary), .up(20, 20)) == [])
  }

  @Test func aPressEndsWhenTheElementGoesOrIsDisabledOrCovered() throws {
    let window = try TestWindow([a, b])
    window.point(.down(20, 20))
    window.show([b])
    window.show([a, b])
    #expect(window.point(.up(20, 20)) == [])
    window.point(.down(20, 20))
    window.show([.button("a", 10, 10, isEnabled: false), b])
    window.show([a, b])
    #expect(window.point(.up(20, 20)) == [])
    window.point(.down(20, 20))
    window.show([a, b], modal: [.button("menu", 200, 200)])
    window.show([a, b])
    #expect(window.point(.up(20, 20)) == [])
    #expect(try window.bounds(of: Patch.pressed) == nil)
  }

  @Test func somethingThatCameInFrontIsNotPressedThrough() throws {
    let window = try TestWindow([a])
    window.point(.down(20, 20))
    window.show([a, .patch("notice", .panel, 0, 0, 200, 50)])
    #expect(window.point(.up(20, 20)) == [])
  }

  @Test func aSecondDeviceNeitherDragsNorReleases() throws {
    let window = try TestWindow([a, slider])
    window.point(.down(110, 20, device: 1))
    #expect(window.point(.moved(210, 20, .pen, device: 2), .up(210, 20, .primary, .pen, device: 2)) == [])
    #expect(window.point(.down(20, 20, .primary, .finger, device: 3)) == [])
    #expect(window.point(.moved(210, 20, device: 1)) == [.changed("s", 10)])
    #expect(window.point(.up(210, 20, device: 1)) == [])
    #expect(window.point(.down(20, 20, device: 2), .up(20, 20, device: 2)) == [.activated("a")])
  }

  @Test func twoMiceShareOnePointer() throws {
    let window = try TestWindow([slider])
    window.point(.down(110, 20, device: 1))
    #expect(window.point(.moved(160, 20, device: 2)) == [.changed("s", 5)])
  }

  @Test func aFingerLeavesNothingBehind() throws {
    let window = try TestWindow([a, .button("off", 10, 40, isEnabled: false), area])
    #expect(window.point(.down(20, 20, .primary, .finger)) == [])
    #expect(try window.bounds(of: Patch.pressed) != nil)
    #expect(window.point(.up(20, 20, .primary, .finger)) == [.activated("a")])
    window.point(.down(20, 20, .primary, .finger), .cancelled(20, 20, .finger))
    window.point(.down(20, 50, .primary, .finger), .up(20, 50, .primary, .finger))
    window.show([a, .button("off", 10, 40, isEnabled: false), area])
    #expect(try window.bounds(of: Patch.hovered) == nil)
    #expect(window.host.cursor == .arrow)
    #expect(window.stage.nextDeadline == nil)
  }

  @Test func aLostReleaseDoesNotBlockTheDevice() throws {
    let window = try TestWindow([a, b])
    #expect(window.point(.down(20, 20), .down(20, 50), .up(20, 50)) == [.activated("b")])
  }

  @Test func cancelledPressesActivateNothingAndReleaseAreas() throws {
    let window = try TestWindow([a, area])
    #expect(window.point(.down(20, 20), .cancelled(20, 20), .up(20, 20)) == [])
    let events = window.point(.down(110, 70), .moved(120, 80), .cancelled(120, 80))
    #expect(
      events == [
        .pressed("area", Point(x: 10, y: 10)), .dragged("area", Point(x: 20, y: 20)),
        .released("area", Point(x: 20, y: 20)),
      ])
  }

  @Test func areasTellWhatIsDraggedOutOfThem() throws {
    let window = try TestWindow([area])
    #expect(window.point(.moved(110, 70)) == [.hovered("area", Point(x: 10, y: 10))])
    #expect(window.point(.down(110, 70)) == [.pressed("area", Point(x: 10, y: 10))])
    #expect(window.point(.moved(90, 70)) == [.hovered("area", nil), .dragged("area", Point(x: -10, y: 10))])
    #expect(window.point(.up(90, 70)) == [.released("area", Point(x: -10, y: 10))])
  }

  @Test func slidersFollowThePointerEverywhere() throws {
    let window = try TestWindow([slider])
    #expect(window.point(.down(160, 20)) == [.changed("s", 5)])
    #expect(window.point(.moved(180, 200)) == [.changed("s", 7)])
    #expect(try window.bounds(of: Patch.pressed) != nil, "it looks held while it is")
    #expect(window.point(.moved(-500, 200)) == [])
    #expect(window.point(.moved(1e300, -1e300)) == [.changed("s", 10)])
    #expect(window.point(.up(180, 200)) == [])
  }

  @Test func disabledElementsAreNotPressed() throws {
    let paper = Element("paper", Rect(x: 60, y: 10, width: 20, height: 20), Patch(), role: .paper, isEnabled: false)
    let window = try TestWindow([.button("a", 10, 10, isEnabled: false), paper])
    #expect(window.point(.down(20, 20), .up(20, 20), .down(70, 20), .up(70, 20)) == [])
    #expect(window.stage.focus == nil)
  }

  @Test func clippedPartsAreNotPressed() throws {
    var row = a
    row.clip = Rect(x: 0, y: 0, width: 100, height: 20)
    let window = try TestWindow([row])
    #expect(window.point(.down(20, 25), .up(20, 25)) == [])
    #expect(window.point(.down(20, 15), .up(20, 15)) == [.activated("a")])
  }

  @Test func placesThatAreNoNumbersDoNoHarm() throws {
    let window = try TestWindow([a, slider, area, .patch("paper", .paper, 200, 100, 100, 100)])
    let places = [Double.nan, .infinity, -.infinity, 1e308, -1e308]
    for x in places {
      for y in places {
        window.point(.moved(x, y), .down(x, y), .moved(y, x), .up(x, y))
        window.send(.scroll(ScrollEvent(at: Point(x: x, y: y), notches: Point(x: x, y: y))))
      }
    }
    window.point(.down(250, 150))
    for case .paper(_, let event) in window.point(.moved(.nan, .nan), .up(.infinity, 0)) {
      #expect(event.position == Point(x: 250, y: 150))
    }
    #expect(window.point(.down(20, 20), .up(20, 20)).last == .activated("a"))
  }
}
