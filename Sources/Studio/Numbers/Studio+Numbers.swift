import Ink
import Recognition
import Toolkit

extension Studio {
  /// Has the newest ink read as a number where somebody wants that, and gives what has come since the last frame.
  func readNumber() -> Reading? {
    wantNumber()
    guard hasNewNumber else { return nil }
    hasNewNumber = false
    return state.isNumber ? state.numberReading : nil
  }

  /// While a number is being read, newer ink only waits.
  private func wantNumber() {
    guard !isReadingNumber, let model = judge?.model, let source = state.wantedNumber else { return }
    let (desk, drawing) = (numberDesk, state.document.drawing)
    (isReadingNumber, state.numbers.asked) = (true, source)
    inBackground(on: desk.queue, { desk.read(drawing, from: source, with: model) }) { studio, number in
      studio.isReadingNumber = false
      guard let number else { return }
      studio.perform(.number(.read(number)))
      guard studio.state.numbers.read?.source == source else { return }
      studio.hasNewNumber = true
      studio.recogniseReadout.add(number.time, at: studio.host.now)
    }
  }
}
