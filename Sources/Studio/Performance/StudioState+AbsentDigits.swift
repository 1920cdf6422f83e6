import Charts
import Graphics
import Toolkit

extension StudioState {
  /// What stands in the place of pictures that are not there: why, and what to do.
  func absentDigits(in rect: Rect) -> [Element] {
    guard let trouble = performance.testTrouble else { return runningDigits(in: rect) }
    return absentDigits(trouble, in: rect, named: "performance.absent", fetch: .fetch, folder: .openFolder)
  }

  /// The same about digits for any purpose, with names for the buttons that help.
  func absentDigits(
    _ trouble: DigitTrouble, in rect: Rect, named name: ControlName, fetch: ControlName, folder: ControlName
  ) -> [Element] {
    var column = PanelColumn(in: rect)
    column.gap(8)
    column.add(name.part(0), 22, LabelLook(trouble.title, .bodyBold))
    let lines = Font.secondary.lines(of: trouble.advice, width: rect.width, most: 4)
    for (index, line) in lines.enumerated() {
      column.add(name.part(index + 1), 20, LabelLook(line, .secondary, .muted))
    }
    column.gap(12)
    let place = Point(x: rect.x, y: column.y)
    return column.elements + helpButtons(trouble, from: place, in: rect, fetch: fetch, folder: folder)
  }

  private func helpButtons(
    _ trouble: DigitTrouble, from place: Point, in rect: Rect, fetch: ControlName, folder: ControlName
  ) -> [Element] {
    var x = place.x
    var elements: [Element] = []
    func add(_ name: ControlName, _ look: ButtonLook, _ width: Double, _ hint: String) {
      let frame = Rect(x: x, y: place.y, width: width, height: 36)
      guard frame.maxX <= rect.maxX, frame.maxY <= rect.maxY else { return }
      elements.append(Element(name, frame, look, role: .button, hint: hint, cursor: .hand))
      x = frame.maxX + 12
    }
    if trouble.canFetch {
      add(fetch, ButtonLook("Download 12 MB", style: .primary), 160, "Fetch MNIST into the cache, once and for all")
    }
    add(folder, ButtonLook("Open a folder", icon: .open), 160, "Show where the four MNIST files are")
    return elements
  }

  private func runningDigits(in rect: Rect) -> [Element] {
    guard let run = performance.run else {
      var column = PanelColumn(in: rect)
      column.gap(8)
      column.add("performance.absent", 22, LabelLook("Reading the digits was stopped", .bodyBold))
      column.add("performance.absent.advice", 20, LabelLook("“Evaluate now” reads them", .secondary, .muted))
      return column.elements
    }
    let bar = Rect(x: rect.x, y: rect.y + 8, width: min(280, max(0, rect.width - 104)), height: 36)
    let stop = Rect(x: bar.maxX + 16, y: bar.y, width: 88, height: 36)
    let progress = Element("performance.absent.progress", bar, ProgressLook(share: run.share, words: run.words))
    // The bar above has its own.
    guard !run.isAsked else { return [progress] }
    return [
      progress,
      Element(.stopRun, stop, ButtonLook("Cancel"), role: .button, hint: "What has come so far is kept", cursor: .hand),
    ]
  }
}
