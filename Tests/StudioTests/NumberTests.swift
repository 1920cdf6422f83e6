import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// Several digits on the canvas, read as one number.
@Suite @MainActor
struct NumberTests {
  /// The lines of a sign in a box 0.12 wide and 0.3 high, both as shares of the canvas.
  nonisolated private static func lines(_ sign: Character) -> [[(Double, Double)]] {
    switch sign {
    case "1": [[(0.06, 0), (0.06, 0.3)]]
    case "2":
      [
        [
          (0, 0.07), (0.03, 0.01), (0.07, 0), (0.11, 0.03), (0.11, 0.1), (0.06, 0.2), (0, 0.3), (0.06, 0.295),
          (0.12, 0.3),
        ]
      ]
    case "4": [[(0.04, 0), (0, 0.18), (0.12, 0.18)], [(0.085, 0.08), (0.08, 0.3)]]
    case "7": [[(0, 0.01), (0.12, 0), (0.08, 0.16), (0.05, 0.3)]]
    case "-": [[(0.01, 0.155), (0.05, 0.15), (0.09, 0.152)]]
    case ".": [[(0.04, 0.3)]]
    default: []
    }
  }

  /// A window that reads numbers, and `text` on its canvas.
  private func write(_ text: String, size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    var pen = try Pen(size: size)
    pen.key(.character("n"))
    write(text, with: &pen)
    return pen
  }

  private func write(_ text: String, with pen: inout Pen, at start: Double = 0.06, y: Double = 0.3) {
    for (index, sign) in text.enumerated() {
      for line in NumberTests.lines(sign) {
        pen.draw(line.map { (start + Double(index) * 0.18 + $0.0, y + $0.1) })
      }
    }
    pen.settle()
  }

  private func look(_ name: ControlName, _ pen: Pen) -> String? { pen.studio.stage.scene[name]?.look.text }

  private func elements(_ pen: Pen, _ start: String, _ end: String = "") -> [Element] {
    pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix(start) && $0.name.rawValue.hasSuffix(end) }
  }

  @Test func twoDigitsAreANumber() throws {
    let pen = try write("71")
    #expect(pen.studio.state.shownNumber?.text == "71")
    #expect(look("number.figure", pen) == "71")
    #expect(elements(pen, "number.sign.", ".box").map(\.look.text) == ["7", "1 (chosen)"])
    #expect(elements(pen, "number.digit.").count == 2)
    #expect(pen.studio.state.numberWords.readOut.hasPrefix("Seven one: 71."))
    #expect(pen.studio.state.windowTitle.hasPrefix("71"))
    #expect(pen.studio.state.screenName == "draw.number")
    #expect(pen.studio.state.screenValues.first { $0.key == "text" }?.value == "\"71\"")
  }

  @Test func minusSignAndPointAreRead() throws {
    let pen = try write("-4.2")
    #expect(pen.studio.state.shownNumber?.text == "-4.2")
    #expect(look("number.figure", pen) == "−4.2")
    #expect(pen.studio.state.numberWords.readOut.hasPrefix("Minus four point two: −4.2."))
    #expect(elements(pen, "number.sign.", ".box").count == 4)
    #expect(elements(pen, "number.digit.").count == 2)
  }

  @Test func boxesLieAroundTheirInk() throws {
    let pen = try write("71")
    let canvas = try #require(pen.studio.stage.scene["canvas"]?.frame)
    let box = try #require(pen.studio.stage.scene["number.sign.1.box"]?.frame)
    let pixels = try pen.host.surface.pixels()
    // The box has another colour than paper and ink, and all ink is inside.
    for (x, y) in NumberTests.lines("7").joined() {
      let place = Point(x: canvas.x + (0.06 + x) * canvas.width, y: canvas.y + (0.3 + y) * canvas.width)
      #expect(box.contains(place))
      #expect(pixels[Int(place.x), Int(place.y)] == Theme.light.ink.pixel)
    }
    #expect(canvas.contains(box))
  }

  @Test func aSignThatLooksLikeNoDigitIsSaidToBeUnsure() throws {
    var pen = try write("7")
    for line in [[(0.5, 0.3), (0.64, 0.6)], [(0.64, 0.3), (0.5, 0.6)], [(0.5, 0.3), (0.64, 0.3)]] { pen.draw(line) }
    pen.settle()
    #expect(pen.studio.state.shownNumber?.reading.status == .unsure)
    #expect(pen.studio.state.numberWords.word == "Not sure")
    #expect(elements(pen, "number.sign.", ".box").last?.look.text.contains("?") == true)
    #expect(look("number.digit.2", pen)?.contains("Not") == true)
    #expect(pen.studio.state.windowTitle.contains("not sure"))
  }

  @Test func undoEraseAndClearChangeTheNumber() throws {
    var pen = try write("71")
    pen.key(.character("z"), .control)
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "7")
    pen.key(.character("y"), .control)
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "71")
    pen.draw([(0.05, 0.35), (0.2, 0.32)], button: .secondary)
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "1")
    pen.click("clear")
    pen.settle()
    #expect(pen.studio.state.shownNumber == nil)
    #expect(look("number.figure", pen) == "Write a number")
    #expect(elements(pen, "number.sign.").isEmpty && elements(pen, "number.digit.").isEmpty)
    #expect(pen.studio.stage.scene["number.copy"]?.isEnabled == false)
  }

  @Test func theNumberIsCopiedAsText() throws {
    let pen = try write("-71")
    pen.key(.character("c"), .control)
    pen.settle()
    #expect(pen.host.clipboard?.contents[ClipboardOffer.text] == Array("-71".utf8))
    #expect(pen.host.clipboard?.contents[ClipboardOffer.png] != nil)
    pen.click("number.copy")
    #expect(pen.host.clipboard == ClipboardOffer([ClipboardOffer.text: Array("-71".utf8)]))
    #expect(pen.studio.state.notice?.text.contains("−71") == true)
  }

  @Test func arrowKeysAndTheMouseChooseADigitWhoseBarsAreShown() throws {
    let pen = try write("712")
    #expect(pen.studio.state.numbers.chosen == 2)
    #expect(pen.studio.state.numberReading.answer?.digit == 2)
    pen.key(.left)
    #expect(pen.studio.state.numbers.chosen == 1)
    pen.key(.home)
    #expect(pen.studio.state.numberReading.answer?.digit == 7)
    #expect(look("bars.title", pen) == "Digit 1")
    #expect(look("bar.7", pen)?.hasSuffix("*") == true)
    pen.key(.left)
    #expect(pen.studio.state.numbers.chosen == 0)
    pen.click("number.digit.3")
    #expect(pen.studio.state.numberReading.answer?.digit == 2)
    #expect(look("number.digit.3", pen)?.hasSuffix("(chosen)") == true)
    pen.key(.up)
    #expect(pen.studio.state.numbers.chosen == 1)
  }

  @Test func theChoiceIsKeptAndChangesNoPlace() throws {
    let pen = try Pen()
    let canvas = pen.studio.stage.scene["canvas"]?.frame
    let bars = pen.studio.stage.scene["bar.0"]?.frame
    pen.click("reads.number")
    #expect(pen.studio.state.settings.reads == .number)
    #expect(pen.studio.stage.scene["canvas"]?.frame == canvas)
    #expect(pen.studio.stage.scene["bar.0"]?.frame.x == bars?.x && pen.studio.stage.scene["bar.0"]?.frame.y == bars?.y)
    pen.click("settings")
    pen.click("settings.reads.digit")
    #expect(pen.studio.state.settings.reads == .digit)
    let directory = try StorageDirectory()
    var settings = Settings()
    settings.reads = .number
    let file = SettingsFile(directory: directory.path) { Issue.record("\($0)") }
    file.save(settings)
    file.flush()
    #expect(SettingsFile(directory: directory.path) { _ in }.load().settings.reads == .number)
  }

  @Test func otherScreensAndTheDigitAreAsBefore() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.settle()
    pen.key(.character("n"))
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "7")
    #expect(pen.studio.stage.scene["time.play"] == nil)
    pen.key(.space)
    #expect(!pen.studio.state.time.isPlaying)
    pen.click("tab.inside")
    #expect(pen.studio.state.words.readOut.hasPrefix("Seven, "))
    #expect(pen.studio.state.screenName == "inside")
    pen.click("tab.draw")
    pen.key(.character("n"))
    #expect(pen.studio.stage.scene["time.play"]?.isEnabled == true)
    #expect(pen.studio.state.reading.answer?.digit == 7)
  }

  @Test func withoutLiveTheNumberComesOnEnter() throws {
    var pen = try Pen()
    pen.key(.character("n"))
    pen.click("settings")
    pen.click("onenter")
    pen.key(.escape)
    write("71", with: &pen)
    #expect(pen.studio.state.shownNumber == nil)
    #expect(look("number.figure", pen) == "Press Enter")
    pen.key(.enter)
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "71")
    pen.draw([(0.6, 0.3), (0.6, 0.6)])
    pen.settle()
    #expect(pen.studio.state.shownNumber == nil)
    pen.click("recognise")
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "711")
  }

  @Test func whatWasReadOfInkThatIsGoneIsDropped() throws {
    let pen = try write("71")
    let old = try #require(pen.studio.state.numbers.read)
    pen.click("clear")
    pen.settle()
    let now = pen.studio.state.numbers.read
    pen.studio.perform(.number(.read(old)))
    #expect(pen.studio.state.numbers.read == now && now != old)
  }

  @Test func aNumberInAPictureIsRead() throws {
    let from = try write("71")
    from.key(.character("c"), .control)
    from.settle()
    let png = try #require(from.host.clipboard?.contents[ClipboardOffer.png])
    let pen = try Pen()
    pen.key(.character("n"))
    pen.host.send(.delivery(Delivery(.paste, .picture(png))))
    pen.settle()
    #expect(pen.studio.state.shownNumber?.text == "71")
    let box = try #require(pen.studio.stage.scene["number.sign.1.box"]?.frame)
    let canvas = try #require(pen.studio.stage.scene["canvas"]?.frame)
    #expect(canvas.contains(box) && box.height > canvas.height / 5)
  }

  @Test func moreInkThanANumberHasIsSaidSo() throws {
    let pen = try Pen()
    pen.key(.character("n"))
    let strokes = (0..<200).map { index in
      let (x, y) = (Double(index % 20) * 48 + 20, Double(index / 20) * 90 + 20)
      return Stroke(points: [InkPoint(x: x, y: y), InkPoint(x: x + 20, y: y + 50)])
    }
    pen.studio.perform(.opened(Drawing(strokes: strokes), from: "many.ndjson"))
    pen.settle()
    #expect(pen.studio.state.numberWords.sentence == "Too many strokes")
    #expect(elements(pen, "number.sign.").isEmpty)
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    let boxes = (1...6).map { ControlName(rawValue: "number.sign.\($0).box") }
    let pens = [try Pen(size: size), try write("7", size: size), try write("-71.2", size: size)]
    for (index, pen) in pens.enumerated() {
      if index == 0 { pen.key(.character("n")) }
      pen.host.advance(by: .milliseconds(50))
      Overlaps.check(
        pen, size, grounds: Set(["top", "status", "canvas", "reads.box", "bars.threshold"] + boxes), "\(index)")
      let canvas = try #require(pen.studio.stage.scene["canvas"]?.frame)
      for box in elements(pen, "number.sign.") { #expect(canvas.contains(box.frame), "\(size) \(box.name)") }
      let choices = elements(pen, "reads").filter { $0.role != .decoration }
      #expect(!choices.isEmpty, "\(size)")
    }
  }
}
