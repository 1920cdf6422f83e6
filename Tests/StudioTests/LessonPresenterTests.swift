import Foundation
import Graphics
import Recognition
import Studio
import Testing
import Toolkit

/// What the shipped lessons say is true, and is there to be seen from the last row of a class.
@Suite @MainActor
struct LessonPresenterTests {
  nonisolated static let sizes = [PixelSize(width: 1366, height: 768), PixelSize(width: 1024, height: 768)]

  /// A lesson in the presenter view.
  @MainActor private struct Class {
    let pen: Pen

    init(_ name: String, size: PixelSize = LessonPresenterTests.sizes[0]) throws {
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      pen = try Pen(size: size)
      pen.key(.function(5))
      pen.studio.perform(.openPath(root.appending(path: "Resources/lessons/\(name).lesson").path))
      rest()
    }

    var state: StudioState { pen.studio.state }
    var scene: Scene { pen.studio.stage.scene }
    var count: Int { state.lessons.running?.lesson.steps.count ?? 0 }

    /// Waits until everything has come, drawings that are played included.
    func rest() {
      repeat {
        pen.settle()
        pen.host.advance(by: .seconds(1))
      } while pen.studio.state.time.isPlaying || pen.studio.hasWork
    }

    /// Goes to a step, counted from 1.
    func go(to step: Int) {
      while let index = state.lessons.running?.index, index + 1 < step {
        pen.key(.pageDown)
        rest()
      }
    }

    /// How sure a model is of a digit, of the models beside each other.
    func share(_ model: String, of digit: Int) throws -> Double {
      try #require(state.compare.readings[model]?.shares)[digit]
    }
  }

  @Test(arguments: LessonTests.shipped, sizes) func nothingLiesBehindTheSentences(_ name: String, _ size: PixelSize)
    throws
  {
    let lesson = try Class(name, size: size)
    let bar = try #require(lesson.scene["lesson.bar"]?.frame)
    for step in 1...lesson.count {
      lesson.go(to: step)
      for element in lesson.scene.elements
      where !element.name.rawValue.hasPrefix("lesson.") && element.name != "presenter" {
        #expect(element.frame.maxY <= bar.y + 1, "\(name) step \(step): \(element.name.rawValue)")
        #expect(element.frame.maxX <= bar.maxX + 1, "\(name) step \(step): \(element.name.rawValue)")
      }
    }
  }

  @Test(arguments: sizes) func theStepsOfFramingStandInARowWithTheBarsBelow(_ size: PixelSize) throws {
    let lesson = try Class("1-framing", size: size)
    for step in 3...10 {
      lesson.go(to: step)
      let pictures = try (1...5).map { try #require(lesson.scene[ControlName(rawValue: "pipeline.picture.\($0)")]) }
      #expect(pictures.allSatisfy { $0.frame.y == pictures[0].frame.y && $0.frame.width * 1.6 >= 56 })
      for digit in 0..<10 {
        let bar = try #require(lesson.scene[ControlName(rawValue: "bar.\(digit)")])
        #expect(bar.frame.height >= 15 && bar.frame.y >= pictures[0].frame.maxY)
      }
    }
  }

  @Test func aPenThatFillsTheLoopsMattersOnlyWithoutItsStep() throws {
    let lesson = try Class("1-framing")
    lesson.go(to: 8)
    #expect(lesson.state.reading.answer?.digit == 8 && lesson.state.reading.verdict == .sure)
    lesson.go(to: 9)
    #expect(lesson.state.reading.verdict == .notDigit)
  }

  @Test(arguments: sizes) func theMapsAreLargeEnoughForAClass(_ size: PixelSize) throws {
    let lesson = try Class("2-convolution", size: size)
    for step in [2, 7, 8, 9] {
      lesson.go(to: step)
      let grids = lesson.state.insideStrips.grids.filter { $0.rowsOfMap > 1 }
      #expect(!grids.isEmpty)
      for grid in grids { #expect(grid.rowsOfMap * grid.pixel >= 40, "step \(step), strip \(grid.stage + 1)") }
    }
  }

  @Test(arguments: sizes) func theWholeCalculationOfAValueIsShown(_ size: PixelSize) throws {
    let lesson = try Class("2-convolution", size: size)
    for step in 3...5 {
      lesson.go(to: step)
      let map = try #require(lesson.scene["inside.enlarged"])
      #expect(map.frame.width * 1.6 >= 140)
      let rows = lesson.scene.elements.filter { $0.name.rawValue.hasPrefix("inside.sum.") }
      #expect(rows.count >= 4 && rows.allSatisfy { $0.frame.height >= 15 })
      #expect(rows.last?.look.text.hasPrefix("=") == true)
      let hint = try #require(lesson.scene["inside.readout"])
      #expect(!hint.look.text.contains("Page") && Font.secondary.width(of: hint.look.text) <= hint.frame.width)
    }
    // The last of these is on the ink of the lower curve.
    #expect((lesson.state.inside.findings.walk?.patch?.values.max() ?? 0) > 1.5)
    #expect((lesson.state.inside.chosen?.row ?? 0) > 20 && (lesson.state.inside.findings.value ?? 0) > 1)
  }

  @Test func twelveEpochsAreSurerThanOne() throws {
    let lesson = try Class("3-learning")
    lesson.go(to: 3)
    let (one, twelve) = (try lesson.share("epoch-1", of: 5), try lesson.share("augmented", of: 5))
    #expect(one > 0.5 && one < 0.9 && twelve > 0.97)
    #expect(lesson.state.compare.readings["untrained"]?.verdict != .sure)
  }

  @Test func onlyWhatSawSlantedDigitsReadsTheSlantedTwo() throws {
    let lesson = try Class("3-learning")
    lesson.go(to: 8)
    #expect(try lesson.share("plain", of: 2) < 0.1)
    #expect(try lesson.share("overfitted", of: 2) < 0.3)
    #expect(try lesson.share("augmented", of: 2) > 0.95)
  }

  @Test(arguments: sizes) func whatANetworkLearnsIsOnTheScreen(_ size: PixelSize) throws {
    let lesson = try Class("3-learning", size: size)
    lesson.go(to: 10)
    for name in ["learn.play", "canvas", "learn.bar.5", "learn.filters.title"] as [ControlName] {
      #expect(lesson.scene[name] != nil, "\(name.rawValue)")
    }
    lesson.go(to: 11)
    #expect(lesson.scene["learn.play"] != nil && lesson.scene["learn.panel"] != nil)
    lesson.pen.key(.escape)
    lesson.rest()
    #expect(lesson.state.learn.page == .settings)
  }

  @Test(arguments: sizes) func theTitleOfWhyAndItsColoursHaveRoom(_ size: PixelSize) throws {
    let lesson = try Class("4-not-sure", size: size)
    lesson.go(to: 3)
    let title = try #require(lesson.scene["why.title"])
    #expect(Font.title.width(of: title.look.text) <= title.frame.width)
    #expect(try #require(lesson.scene["why.legend"]).frame.width >= 280)
  }
}
