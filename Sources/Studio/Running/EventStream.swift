import Glibc
import Graphics
import JSONText
import Recognition
package import Toolkit

/// Tells scripts what happens: one line of JSON for each event, on standard output.
@MainActor
package final class EventStream {
  private let lines: LineWriter
  private var lastLayout = ""
  private var lastViews: [(ControlName, Rect)] = []
  private var lastFacts: (scale: Double, tab: Tab)?
  private var lastScreen = ""
  private var lastLesson = ""

  /// Writes to `descriptor`.
  package init(descriptor: Int32 = STDOUT_FILENO) { lines = LineWriter(descriptor) }

  /// Where everything is, if that has changed.
  package func layout(_ scene: Scene, scale: Double, tab: Tab) {
    let isSame =
      lastFacts.map { $0.scale == scale && $0.tab == tab } ?? false
      && lastViews.elementsEqual(scene.elements) { $0.0 == $1.name && $0.1 == $1.visibleFrame }
    guard !isSame else { return }
    lastFacts = (scale, tab)
    lastViews = scene.elements.map { ($0.name, $0.visibleFrame) }
    let views = scene.elements.map { element in
      let frame = element.visibleFrame
      let box = [frame.x, frame.y, frame.width, frame.height].map { number(($0 * scale * 100).rounded() / 100) }
      return (key: element.name.rawValue, value: "[" + box.joined(separator: ",") + "]")
    }
    let line = JSONWriter.object([
      ("event", JSONWriter.string("layout")), ("scale", number(scale)), ("tab", JSONWriter.string(tab.rawValue)),
      ("views", JSONWriter.object(views)),
    ])
    guard line != lastLayout else { return }
    lastLayout = line
    write(line)
  }

  /// A new result; the times are nil where they are not known.
  package func prediction(_ reading: Reading, eventToInk: Duration?, eventToPresent: Duration?) {
    var members = [
      (key: "event", value: JSONWriter.string("prediction")), (key: "revision", value: "\(reading.revision)"),
      (key: "status", value: JSONWriter.string(reading.number?.reading.status.rawValue ?? reading.status)),
    ]
    members += reading.number?.members ?? []
    if let answer = reading.answer, let digit = answer.digit {
      members.append(("digit", "\(digit)"))
      members.append(("confidence", number(Double(answer.confidence))))
      if let second = answer.second { members.append(("second", "\(second)")) }
    }
    let shares = reading.probabilities.map { number(Double($0)) }
    members.append(("probabilities", "[" + shares.joined(separator: ",") + "]"))
    let times = [
      (key: "recognise", value: number(reading.time.milliseconds)),
      (key: "eventToInk", value: eventToInk.map { number($0.milliseconds) } ?? "null"),
      (key: "eventToPresent", value: eventToPresent.map { number($0.milliseconds) } ?? "null"),
    ]
    members.append(("milliseconds", JSONWriter.object(times)))
    write(JSONWriter.object(members))
  }

  /// A stroke has ended, or strokes have gone or come back.
  package func stroke(strokes: Int, points: Int) {
    write(
      JSONWriter.object([
        ("event", JSONWriter.string("stroke")), ("strokes", "\(strokes)"), ("points", "\(points)"),
      ]))
  }

  /// The numbers that a screen shows, if they have changed.
  package func screen(_ name: String, _ values: [(key: String, value: String)]) {
    let line = JSONWriter.object([
      ("event", JSONWriter.string("screen")), ("name", JSONWriter.string(name)),
      ("values", JSONWriter.object(values)),
    ])
    guard line != lastScreen else { return }
    lastScreen = line
    write(line)
  }

  /// How far a lesson is, if that has changed; at its end there are no values.
  package func lesson(_ values: [(key: String, value: String)]?) {
    guard values != nil || !lastLesson.isEmpty else { return }
    let line = JSONWriter.object([
      ("event", JSONWriter.string("screen")), ("name", JSONWriter.string("lessons")),
      ("values", JSONWriter.object(values ?? [])),
    ])
    guard line != lastLesson else { return }
    lastLesson = line
    write(line)
  }

  /// Something that the user is told.
  package func notice(_ text: String) {
    write(JSONWriter.object([("event", JSONWriter.string("notice")), ("text", JSONWriter.string(text))]))
  }

  /// The window is closed.
  package func closed() {
    write(JSONWriter.object([("event", JSONWriter.string("closed"))]))
    flush()
  }

  /// Waits until everything is written, unless nobody reads.
  package func flush() { lines.flush() }

  private func number(_ value: Double) -> String { JSONWriter.number(value) }

  private func write(_ line: String) { lines.write(line) }
}
