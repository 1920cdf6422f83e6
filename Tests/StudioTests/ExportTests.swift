import Charts
import DigitData
import Foundation
import Graphics
import Ink
import Studio
import Testing
import Toolkit
import Training

/// Charts and reports as files, from the menu to the disk.
@Suite @MainActor
struct ExportTests {
  private let directory: StorageDirectory

  init() throws { directory = try StorageDirectory() }

  private func open(_ page: PerformancePage, size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.click("tab.performance")
    pen.click(ControlName(rawValue: page.screenName))
    settle(pen)
    return pen
  }

  private func settle(_ pen: Pen) {
    for _ in 0..<4 {
      pen.studio.waitForFiles()
      pen.host.advance(by: .milliseconds(50))
    }
  }

  /// Answers the file chooser that is open with a name in the directory of this test.
  private func choose(_ name: String, _ pen: Pen) {
    settle(pen)
    pen.key(.character("a"), .control)
    for letter in directory.file(name) {
      pen.host.send(.key(KeyEvent(.character(letter), text: String(letter))))
    }
    pen.studio.stage.moveFocus(to: FileChooser.name)
    pen.key(.enter)
    settle(pen)
    settle(pen)
  }

  private func export(_ item: ExportItem, _ format: ExportFormat, to name: String, _ pen: Pen) {
    pen.click("export")
    pen.click(item.control(format))
    choose(name, pen)
  }

  private var metrics: ModelMetrics {
    get throws {
      let pen = try open(.overview)
      return try #require(pen.studio.state.performance.findings?.metrics)
    }
  }

  @Test(arguments: PerformancePage.allCases)
  func everyChartOfAPageBecomesEveryKindOfFile(page: PerformancePage) throws {
    let pen = try open(page)
    for item in pen.studio.state.exportItems where pen.studio.state.canExport(item) && item != .report {
      for format in item.formats {
        let name = "\(item.rawValue).\(format.rawValue)"
        export(item, format, to: name, pen)
        let bytes = try directory.read(name)
        switch format {
        case .png: #expect(throws: Never.self, "\(name)") { try PNG.decode(bytes) }
        case .pdf: #expect(bytes.starts(with: Array("%PDF-".utf8)), "\(name)")
        case .svg: #expect(String(decoding: bytes, as: UTF8.self).contains("</svg>"), "\(name)")
        case .csv: #expect(bytes.count > 20 && bytes.last == UInt8(ascii: "\n"), "\(name)")
        }
        #expect(pen.studio.state.notice?.text == "Saved as \(directory.file(name))")
      }
    }
  }

  @Test func theNumbersOfAChartAreThoseOfTheModel() throws {
    let metrics = try metrics
    let pen = try open(.confusion)
    let sheet = try #require(pen.studio.state.chartSheet(.confusion))
    let lines = sheet.numbers.csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(lines[0] == ["written"] + (0..<10).map(String.init))
    #expect(lines.dropFirst().map { $0.dropFirst().compactMap { Int($0) } } == metrics.confusion)
    let classes = try #require(pen.studio.state.chartSheet(.classes)).numbers.csv
    #expect(classes.contains("\n7,\(metrics.report.classes[7].precision),\(metrics.report.classes[7].recall),"))
    let figures = try #require(pen.studio.state.chartSheet(.figures)).numbers.csv
    #expect(figures.contains("\naccuracy,\(metrics.accuracy)\n"))
    let bins = try #require(pen.studio.state.chartSheet(.calibration)).numbers
    #expect(bins.rows.count == metrics.reliability.count)
  }

  @Test func theKeysExportWhatTheScreenIsAbout() throws {
    let pen = try open(.curves)
    pen.key(.character("e"), [.control, .shift])
    #expect(pen.studio.state.fileTask == .export(.curves, .png))
    pen.key(.escape)
    pen.click("tab.draw")
    pen.key(.character("e"), [.control, .shift])
    #expect(pen.studio.state.fileTask == .export(.drawing, .png))
  }

  @Test func theEndingSaysWhichKindOfFile() throws {
    let pen = try open(.confusion)
    export(.confusion, .png, to: "matrix.SVG", pen)
    #expect(try directory.text("matrix.SVG").contains("<svg"))
    export(.confusion, .png, to: "matrix", pen)
    #expect(try PNG.decode(directory.read("matrix.png")).width > 600)
  }

  @Test func theRightButtonAndTheMenuKeyOpenTheMenu() throws {
    let pen = try open(.report)
    let place = Point(x: 900, y: 500)
    pen.host.send(
      .pointer(PointerEvent(.down(.secondary), at: place)), .pointer(PointerEvent(.up(.secondary), at: place)))
    #expect(pen.studio.state.overlay == .export)
    let menu = try #require(pen.studio.stage.scene["menu"]?.frame)
    #expect(menu.contains(Point(x: 901, y: 501)))
    #expect(pen.studio.stage.scene[ExportItem.classes.control(.csv)] != nil)
    pen.key(.escape)
    #expect(pen.studio.state.overlay == nil)
    pen.key(.menu)
    #expect(pen.studio.state.overlay == .export)
    pen.key(.escape)
    pen.key(.function(10), .shift)
    #expect(pen.studio.state.overlay == .export)
  }

  @Test func theRightButtonStillErasesOnPaper() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.draw([(0.3, 0.25), (0.65, 0.25)], button: .secondary)
    #expect(pen.studio.state.document.isBlank)
    #expect(pen.studio.state.overlay == nil)
  }

  @Test(arguments: [PixelSize(width: 680, height: 480), PixelSize(width: 800, height: 600)])
  func theMenuFitsSmallWindows(size: PixelSize) throws {
    for page in PerformancePage.allCases {
      let pen = try open(page, size: size)
      let window = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
      let button = try #require(pen.studio.stage.scene["export"]?.frame)
      for other in PerformancePage.allCases {
        let tab = try #require(pen.studio.stage.scene[ControlName(rawValue: other.screenName)]?.frame)
        #expect(!tab.overlaps(button), "\(other)")
      }
      pen.click("export")
      let menu = try #require(pen.studio.stage.scene["menu"]?.frame)
      #expect(window.contains(menu), "\(page)")
      for item in pen.studio.state.exportItems {
        for format in item.formats {
          let place = try #require(pen.studio.stage.scene[item.control(format)]?.frame)
          #expect(menu.contains(place), "\(item) \(format)")
        }
      }
    }
  }

  @Test func theProbabilitiesAreAChartToo() throws {
    var pen = try Pen()
    pen.click("export")
    let button = ExportItem.probabilities.control(.svg)
    #expect(pen.studio.stage.scene[button]?.isEnabled == false)
    pen.key(.escape)
    pen.drawSeven()
    pen.host.advance(by: .milliseconds(50))
    export(.probabilities, .svg, to: "chart.svg", pen)
    #expect(try directory.text("chart.svg").contains("<svg"))
    export(.probabilities, .csv, to: "chart.csv", pen)
    let lines = try directory.text("chart.csv").split(separator: "\n")
    #expect(lines[0] == "digit,probability")
    let shares = lines.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
    #expect(shares.map(Float.init) == Array(pen.studio.state.reading.probabilities))
  }

  @Test func theWholeReportIsMadeInTheBackground() throws {
    let pen = try open(.overview)
    export(.report, .pdf, to: "report.pdf", pen)
    let text = String(decoding: try directory.read("report.pdf"), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("Report on inkling") || text.contains("/Title"))
    #expect(directory.names == ["report.pdf"])
  }

  @Test func aPlaceThatCannotBeWrittenIsANotice() throws {
    let pen = try open(.overview)
    export(.report, .pdf, to: "none/report.pdf", pen)
    #expect(pen.studio.state.notice == Notice(.bad, "Could not save report.pdf: No such file or directory"))
    pen.key(.escape)
    export(.figures, .png, to: "none/figures.png", pen)
    #expect(pen.studio.state.notice?.kind == .bad)
    #expect(directory.names.isEmpty)
  }

  @Test func mistakesAndSamplesComeFromTheTestDigits() throws {
    let pen = try open(.overview)
    let pixels = (0..<30).flatMap { index in [UInt8](repeating: UInt8(index), count: DigitSet.pixelCount) }
    let digits = DigitSet(pixels: pixels, labels: (0..<30).map { UInt8($0 % 10) })
    let shares = (0..<30).flatMap { index in
      let read = index < 25 ? (index + 1) % 10 : index % 10
      return (0..<10).map { digit in
        digit == read ? 0.75 - Float(index) / 256 : digit == (read + 5) % 10 ? 0.0625 : 0
      }
    }
    let tests = TestAnswers(
      test: digits, probabilities: shares, training: digits, source: "thirty", options: TrainingOptions())
    // The answers come before it is known that there are no digits.
    pen.studio.perform(.control("performance.mistakes"))
    let run = pen.studio.state.performance.run?.number ?? -1
    pen.studio.perform(.performance(.tested(tests, run: run)))
    pen.host.advance(by: .milliseconds(20))
    export(.mistakes, .csv, to: "mistakes.csv", pen)
    let lines = try directory.text("mistakes.csv").split(separator: "\n")
    #expect(lines.count == 26)
    #expect(lines[1] == "0,0,1,0.75,6,0.0625")
    pen.click(ControlName(rawValue: PerformancePage.data.screenName))
    export(.samples, .csv, to: "samples.csv", pen)
    let samples = try directory.text("samples.csv").split(separator: "\n")
    #expect(samples.count == 31)
    #expect(samples[2].hasPrefix("1,1,1,"))
    #expect(samples[2].split(separator: ",").count == 785)
  }
}
