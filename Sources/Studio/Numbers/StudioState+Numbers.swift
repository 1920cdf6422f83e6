import Charts
import Ink
import JSONText
import Recognition
import Toolkit

extension StudioState {
  /// The name of the Draw screen while it reads numbers, as scripts know it.
  static let numberScreen = "draw.number"

  /// Whether what is on the canvas is read as a number of several digits: the other screens are about one digit.
  package var isNumber: Bool { settings.reads == .number && tab == .draw }

  /// Whether the answer is to the ink as it is, or follows it by itself.
  private var isNumberFresh: Bool {
    settings.isLive || document.isBlank || numbers.read?.source.revision == document.revision
  }

  /// The number that is shown; nil where there is none.
  package var shownNumber: ReadNumber? { isNumberFresh && !document.isBlank ? numbers.read : nil }

  /// What was read of the chosen digit, with the number.
  package var numberReading: Reading {
    shownNumber?.digit(numbers.chosen) ?? numbers.read?.digit(nil) ?? .blank(revision: document.revision)
  }

  /// What is said about the number.
  package var numberWords: NumberWords { NumberWords(shownNumber, isFresh: isNumberFresh, hasDrawn: hasDrawn) }

  /// What is to be read as a number and was not asked for yet.
  var wantedNumber: ReadNumber.Source? {
    guard isNumber, settings.isLive || askedRevision == document.revision else { return nil }
    let source = ReadNumber.Source(
      revision: document.revision, model: model?.directory ?? "", penWidth: settings.penWidth)
    return source == numbers.asked ? nil : source
  }

  /// What goes to the clipboard as text beside the picture of the canvas.
  var copiedText: String {
    guard isNumber, let number = shownNumber, !number.text.isEmpty else {
      return isNumber ? numberWords.readOut : words.readOut
    }
    return number.text
  }

  mutating func update(_ action: NumberAction) -> [Effect] {
    switch action {
    case .read(let number):
      // What was read of ink that is gone is dropped, and the newest is asked for.
      if document.grownSince...document.revision ~= number.source.revision { numbers.read = number }
    }
    return []
  }

  // MARK: Controls

  /// Does what a control is for; nil where it is for nothing here.
  mutating func pressNumber(_ name: ControlName) -> [Effect]? {
    switch name {
    case .readsDigit, ControlName.settingsReads(.digit): return read(as: .digit)
    case .readsNumber, ControlName.settingsReads(.number): return read(as: .number)
    case .reads: return read(as: settings.reads == .number ? .digit : .number)
    case .copyNumber:
      guard let number = shownNumber, !number.text.isEmpty else { return [] }
      notice = Notice(.good, "Copied \(number.shownText) as text")
      return [.copyText(number.text)]
    default:
      guard let digit = name.digitOfRow else { return nil }
      numbers.choose(digit)
      return []
    }
  }

  /// Reads one digit or a number from now on.
  mutating func read(as kind: Settings.Reads) -> [Effect] {
    guard settings.reads != kind else { return [] }
    time.leave()
    pixel = nil
    // The result is told, also where it is known already.
    numbers.asked = nil
    return prefer { $0.reads = kind } + [.recognise]
  }

  /// Does what a key is for while a number is shown; nil where it is for nothing there.
  mutating func updateNumber(_ key: Key) -> [Effect]? {
    guard isNumber, let number = shownNumber, let chosen = numbers.chosen else { return nil }
    switch key {
    case .left, .up: numbers.choose(chosen - 1)
    case .right, .down: numbers.choose(chosen + 1)
    case .home: numbers.choose(0)
    case .end: numbers.choose(number.reading.digits.count - 1)
    default: return nil
    }
    return []
  }

  // MARK: Words

  /// What the title bar says of the number; nil where there is none.
  var numberTitle: String? {
    guard let number = shownNumber, !number.signs.isEmpty else { return nil }
    return number.shownText + (number.reading.status == .unsure ? " · not sure" : "")
  }

  /// The number and its digits, as JSON.
  var numberValues: [(key: String, value: String)] {
    guard let number = shownNumber else { return [] }
    var values = number.members
    if let chosen = numbers.chosen { values.append(("chosen", "\(chosen)")) }
    return values
  }
}

extension ReadNumber {
  /// The number as `inkling-predict` tells it, with boxes in units of the canvas.
  var members: [(key: String, value: String)] {
    let digits = reading.digits.map { sign in
      let box = [sign.box.low.x, sign.box.low.y, sign.box.size.x, sign.box.size.y].map {
        JSONWriter.number(($0 * unit * 100).rounded() / 100)
      }
      return JSONWriter.object([
        (key: "digit", value: "\(sign.digit ?? 0)"), (key: "confidence", value: "\(sign.confidence)"),
        (key: "box", value: "[" + box.joined(separator: ",") + "]"),
      ])
    }
    return [("text", JSONWriter.string(text)), ("digits", "[" + digits.joined(separator: ",") + "]")]
  }
}
