import Graphics
import Studio
import Testing
import Toolkit

/// The screen about the program and its model, and the text that it shows.
@Suite @MainActor
struct AboutTests {
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.studio.perform(.control("tab.home"))
    pen.host.advance(by: .milliseconds(50))
    pen.click("home.about")
    settle(pen)
    return pen
  }

  private func settle(_ pen: Pen) {
    pen.studio.waitForFiles()
    for _ in 0..<3 { pen.host.advance(by: .milliseconds(50)) }
  }

  @Test func theCardOfTheModelIsShownAndScrolled() throws {
    let pen = try open()
    #expect(pen.studio.state.tab == .about)
    let page = try #require(pen.studio.state.about.laidOut)
    #expect(page.texts.contains("How it was trained"))
    #expect(page.texts.contains { $0.contains("MNIST") })
    #expect(!page.texts.contains { $0.contains("pipeline_tag") || $0.contains("|---") || $0.contains("```") })
    pen.key(.pageDown)
    let scrolled = pen.studio.state.about.scroll
    #expect(scrolled > 100)
    pen.key(.end)
    let end = pen.studio.state.about.scroll
    pen.key(.down)
    #expect(pen.studio.state.about.scroll == end)
    pen.key(.home)
    #expect(pen.studio.state.about.scroll == 0)
    pen.key(.escape)
    #expect(pen.studio.state.tab == .home)
  }

  @Test func versionsCreditsAndLicencesAreThere() throws {
    let pen = try open()
    pen.click("about.page.program")
    settle(pen)
    let texts = try #require(pen.studio.state.about.laidOut).texts.joined(separator: " ")
    for words in ["oneDNN", "Cairo", "UNIPEN", "MNIST", "MIT License", "Swift"] {
      #expect(texts.contains(words), "\(words)")
    }
    let values = pen.studio.state.aboutValues
    for key in ["oneDNN", "cairo"] {
      let version = values.first { $0.key == key }?.value ?? ""
      #expect(version.split(separator: ".").count == 3, "\(key) \(version)")
    }
  }

  @Test func everythingLeadsThereAndBack() throws {
    let pen = try Pen(size: PixelSize(width: 800, height: 600))
    pen.click("more")
    pen.host.advance(by: .milliseconds(50))
    pen.click("about")
    settle(pen)
    #expect(pen.studio.state.tab == .about)
    pen.click("about.close")
    #expect(pen.studio.state.tab == .draw)
    let wide = try Pen()
    wide.click("settings")
    wide.host.advance(by: .milliseconds(50))
    wide.click("about")
    #expect(wide.studio.state.tab == .about)
    #expect(wide.studio.state.overlay == nil)
  }

  @Test func theCardOfAnotherModelIsDropped() throws {
    let pen = try open()
    let card = pen.studio.state.about.card
    pen.studio.perform(.about(.card([.paragraph("other")], directory: "/elsewhere")))
    #expect(pen.studio.state.about.card == card)
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    let pen = try open(size: size)
    Overlaps.check(pen, size, grounds: ["top", "status"])
    let page = try #require(pen.studio.state.about.laidOut)
    let frame = try #require(pen.studio.stage.scene["about.text"]?.frame)
    #expect(page.width < frame.width)
  }

  // MARK: Texts

  @Test func blocksAreTold() {
    let text = """
      ---
      front: matter
      ---
      # Title
      Two lines
      of **one** `paragraph` with a [link](https://a.b).

      - first
        goes on
      - second
      | a | b |
      |---|---|
      | 1 | 2 |
      ```
      code  here
      ```
      ![Curves](curves.png)
      """
    #expect(
      CardText.blocks(of: text) == [
        .heading(level: 1, "Title"), .paragraph("Two lines of one paragraph with a link (https://a.b)."),
        .item("first goes on"), .item("second"), .table([["a", "b"], ["1", "2"]]), .code(["code  here"]),
        .paragraph("Figure: Curves (curves.png)"),
      ])
  }

  @Test(arguments: [
    "", "\0\0\0", "---", "---\n", "```", "|", "|||||||||||||||||||||||||||||", "[", "![", "[a](", "#", "####### seven",
    "- ", "*", "**", "***", "`", "\u{202E}turned", "|a\n|b|c|d", String(repeating: "[", count: 20_000),
    String(repeating: "*", count: 20_000), "a" + String(repeating: "\u{301}", count: 20_000),
    String(repeating: "|", count: 20_000) + "\n|---|", String(repeating: "x", count: 60_000),
    String(repeating: "# a\n", count: 20_000), String(repeating: "\n", count: 60_000),
  ])
  func hostileTextsAreLaidOut(_ text: String) {
    let blocks = CardText.blocks(of: text)
    let page = CardPage(blocks, width: 400)
    #expect(page.height.isFinite)
    #expect(page.texts.count <= 4_001)
    for line in page.texts.prefix(50) {
      #expect(!line.unicodeScalars.contains { $0.value < 32 || $0.value == 0x202E })
      if line.unicodeScalars.count < 200 { #expect(Font.body.width(of: line) < 900, "\(line.prefix(40))") }
    }
  }

  @Test func aLineWithoutEndIsBroken() {
    let page = CardPage([.paragraph(String(repeating: "x", count: 5_000))], width: 300)
    #expect(page.texts.count > 50)
    #expect(page.texts.allSatisfy { Font.body.width(of: $0) <= 301 })
    #expect(page.texts.joined().count == 5_000)
  }

  @Test func aCardThatIsTooLongOrMissingIsSaidSo() throws {
    let directory = try StorageDirectory()
    _ = try directory.write(String(repeating: "word ", count: 1_000_000), to: "README.md")
    let long = CardFile.blocks(in: directory.path)
    #expect("\(long.first.map { "\($0)" } ?? "")".contains("too long"))
    let none = CardFile.blocks(in: directory.file("none"))
    #expect("\(none)".contains("no such file"))
  }
}

/// Which tabs the top bar has room for.
@Suite struct TabBarTests {
  @Test func whatDoesNotFitGoesToTheMenuAndTheCurrentOneStays() {
    for current in Tab.inBar {
      for width in stride(from: 100.0, through: 900, by: 50) {
        let bar = TabBar(current: current, width: width, height: 44, isCompact: true)
        #expect(bar.places.contains { $0.tab == current })
        #expect(Set(bar.places.map(\.tab)).union(bar.hidden) == Set(Tab.inBar))
        #expect(bar.places.count == 1 || (bar.places.last?.frame.maxX ?? 0) <= width)
        #expect(bar.places.map(\.tab) == Tab.inBar.filter { tab in bar.places.contains { $0.tab == tab } })
      }
    }
  }

  @Test @MainActor func hiddenTabsAreReachedByTheMenu() throws {
    let pen = try Pen(size: PixelSize(width: 680, height: 480))
    for tab in Tab.inBar where pen.studio.stage.scene[ControlName(rawValue: "tab.\(tab.rawValue)")] == nil {
      pen.click("more")
      pen.host.advance(by: .milliseconds(50))
      pen.click(ControlName(rawValue: "tab.\(tab.rawValue)"))
      pen.host.advance(by: .milliseconds(50))
      #expect(pen.studio.state.tab == tab)
      #expect(pen.studio.state.overlay == nil)
      #expect(pen.studio.stage.scene[ControlName(rawValue: "tab.\(tab.rawValue)")] != nil)
    }
  }
}
