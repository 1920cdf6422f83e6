import Graphics
import Testing
import Toolkit

@Suite @MainActor struct StageKeyTests {
  private let a = Element.button("a", 10, 10)
  private let b = Element.button("b", 10, 40)
  private let c = Element.button("c", 10, 70)

  private func choices(_ chosen: Int?, from x: Double = 100) -> [Element] {
    (0..<3).map { (index: Int) -> Element in
      let role = Role.choice(group: "g", isChosen: chosen == index)
      return .patch(ControlName(rawValue: "g.\(index)"), role, x + Double(index) * 30, 10, 30, 20)
    }
  }

  private func slider(_ value: Double, step: Double = 1) -> Element {
    .patch("s", .slider(value: value, range: 0...10, step: step), 100, 100, 120, 20)
  }

  @Test func tabGoesRoundInBothDirections() throws {
    let window = try TestWindow([a, b, .button("off", 100, 100, isEnabled: false), c])
    let forward = (0..<4).map { _ in
      window.type(.tab)
      return window.stage.focus
    }
    #expect(forward == ["a", "b", "c", "a"])
    window.type(.backTab)
    #expect(window.stage.focus == "c")
    window.type(.tab, .shift)
    #expect(window.stage.focus == "b")
  }

  @Test func tabStopsOnceInAGroup() throws {
    let window = try TestWindow([a] + choices(1) + [b])
    window.type(.tab)
    window.type(.tab)
    #expect(window.stage.focus == "g.1")
    window.type(.tab)
    #expect(window.stage.focus == "b")
    window.show([a] + choices(nil) + [b])
    window.type(.backTab)
    #expect(window.stage.focus == "g.0", "where none is chosen the first stands for all")
    window.type(.backTab)
    #expect(window.stage.focus == "a")
  }

  @Test func arrowsMoveInsideAGroup() throws {
    let window = try TestWindow([a] + choices(1) + [b])
    window.stage.moveFocus(to: "g.1")
    #expect(window.type(.right) == [.activated("g.2")])
    #expect(window.type(.down) == [.activated("g.0")])
    #expect(window.type(.left) == [.activated("g.2")])
    window.type(.tab)
    #expect(window.stage.focus == "b", "although another one is chosen still")
  }

  @Test func spaceAndEnterActivateOnce() throws {
    let window = try TestWindow([a])
    #expect(window.type(.enter) == [.key(KeyEvent(.enter), focus: nil)])
    window.type(.tab)
    #expect(window.type(.enter) == [.activated("a")])
    #expect(window.type(.space) == [.activated("a")])
    #expect(window.type(.space, isRepeat: true) == [])
    #expect(window.type(.enter, .control) == [.key(KeyEvent(.enter, modifiers: .control), focus: "a")])
    #expect(window.type(.left) == [.key(KeyEvent(.left), focus: "a")])
  }

  @Test func theFocusStaysOnWhatIsDisabledForNow() throws {
    let window = try TestWindow([a, b, c])
    window.stage.moveFocus(to: "b")
    window.show([a, .button("b", 10, 40, isEnabled: false), c])
    #expect(window.type(.enter) == [.key(KeyEvent(.enter), focus: nil)])
    window.type(.tab)
    #expect(window.stage.focus == "c", "Tab goes on from where it was")
    window.show([a, b])
    #expect(window.stage.focus == nil)
  }

  @Test func aModalLayerTakesTheFocusAndGivesItBack() throws {
    let window = try TestWindow([a, b])
    window.stage.moveFocus(to: "b")
    window.show([a, b], modal: choices(2) + [c])
    #expect(window.stage.focus == "g.2")
    window.type(.tab)
    window.type(.tab)
    #expect(window.stage.focus == "g.2", "nothing behind is reached")
    window.show([a, b], modal: [c])
    #expect(window.stage.focus == "c")
    #expect(window.type(.escape) == [.dismissed])
    window.show([a, b])
    #expect(window.stage.focus == "b")
    #expect(window.type(.escape) == [.key(KeyEvent(.escape), focus: "b")])
    window.show([a, b], modal: [c])
    window.show([a])
    #expect(window.stage.focus == nil, "what had it is gone")
  }

  @Test func pressesBesideAModalLayerDismissIt() throws {
    let window = try TestWindow([a, b], width: 400)
    window.show([a, b], modal: [.patch("box", .panel, 100, 100, 100, 100), .button("c", 120, 120)])
    #expect(window.point(.down(20, 20)) == [.dismissed])
    #expect(window.point(.up(20, 20), .down(110, 110), .up(110, 110)) == [])
    #expect(window.point(.down(130, 130), .up(130, 130)) == [.activated("c")])
  }

  @Test func keysStepSliders() throws {
    let window = try TestWindow([slider(5)])
    window.type(.tab)
    let keys: [(Key, Double)] = [
      (.left, 4), (.down, 4), (.right, 6), (.up, 6), (.pageUp, 10), (.pageDown, 0), (.home, 0), (.end, 10),
    ]
    for (key, value) in keys { #expect(window.type(key) == [.changed("s", value)], "\(key)") }
    #expect(window.type(.character("x")) == [.key(KeyEvent(.character("x")), focus: "s")])
    window.show([slider(10)])
    #expect(window.type(.right) == [])
  }

  @Test func theRingShowsAfterTheKeyboardOnly() throws {
    let window = try TestWindow([a, b])
    window.point(.down(20, 20), .up(20, 20))
    #expect(window.stage.focus == "a")
    #expect(try window.bounds(of: window.theme.focus) == nil)
    window.type(.tab)
    // Ring of 2, 1 clear of the button.
    #expect(try window.bounds(of: window.theme.focus) == PixelRect(x: 7, y: 37, width: 46, height: 26))
    window.point(.down(300, 200))
    #expect(try window.bounds(of: window.theme.focus) == nil)
    #expect(window.stage.focus == "b")
  }

  @Test func theOldRingIsRemoved() throws {
    let window = try TestWindow([a, b, c])
    let changes: [(TestWindow) -> Void] = [
      { $0.type(.tab) }, { $0.type(.tab) }, { $0.stage.moveFocus(to: "c") },
      { $0.show([.button("c", 200, 200)]) }, { $0.show([.button("c", 200, 200, 60, 60)]) }, { $0.show([]) },
      { $0.show([.button("a", 50, 50), .button("b", 100, 100)]) }, { $0.type(.tab) },
      { $0.show([.button("a", 50, 50), .button("b", 100, 100)], modal: [.button("c", 200, 200)]) },
      { $0.show([.button("a", 50, 50), .button("b", 100, 100)], modal: [.button("d", 220, 210)]) },
      { $0.show([.button("a", 50, 50), .button("b", 100, 100)]) }, { $0.show([.button("b", 100, 100)]) },
    ]
    for (index, change) in changes.enumerated() {
      change(window)
      window.host.send()
      #expect(try window.stalePixels() == 0, "after change \(index)")
    }
  }

  @Test func theRingOfARowStaysInItsList() throws {
    var row = Element.button("row", 10, 10, 100, 40)
    row.clip = Rect(x: 0, y: 30, width: 200, height: 100)
    let window = try TestWindow([row])
    window.type(.tab)
    #expect(try window.bounds(of: window.theme.focus) == PixelRect(x: 7, y: 27, width: 106, height: 26))
    row.clip = Rect(x: 0, y: 100, width: 200, height: 100)
    window.show([row])
    #expect(try window.bounds(of: window.theme.focus) == nil)
  }
}
