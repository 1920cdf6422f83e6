import Dispatch
import Ink
import NeuralNet
import Recognition
import Synchronization

/// Where numbers are read, away from the main thread: a drawing of many strokes takes longer than a frame.
final class NumberDesk: Sendable {
  /// Readings, one after the other.
  let queue = DispatchQueue(label: "inkling.numbers", qos: .userInteractive)
  private let known = Mutex<Known?>(nil)
  private let eye = PictureEye()

  /// The reader of a model; it keeps what it has read of ink that stays.
  private struct Known {
    let model: Model
    let reader: NumberReader
  }

  /// Reads `drawing`; nil where the model is not for digits.
  func read(_ drawing: Drawing, from source: ReadNumber.Source, with model: Model) -> ReadNumber? {
    known.withLock { known in
      if known?.model != model { known = (try? NumberReader([model])).map { Known(model: model, reader: $0) } }
      return known.flatMap { read(drawing, from: source, with: $0.reader) }
    }
  }

  private func read(_ drawing: Drawing, from source: ReadNumber.Source, with reader: NumberReader) -> ReadNumber? {
    let clock = ContinuousClock()
    let start = clock.now
    var number: ReadNumber
    if drawing.image == nil {
      number = ReadNumber(source: source, reading: reader.read(drawing.strokes, penWidth: source.penWidth))
    } else {
      guard let picture = eye.picture(of: drawing, penWidth: source.penWidth) else { return nil }
      number = ReadNumber(source: source, reading: reader.read(picture))
      number.unit = CanvasSpace.side / Double(picture.width)
    }
    number.time = start.duration(to: clock.now)
    return number
  }
}
