import NeuralNet
import Recognition

/// Pictures recognised by several recognizers at the same time, each with its own share of them.
///
/// One picture needs so little work that threads would wait for each other in every layer; this way they meet once.
final class RecognitionTask: ParallelTask {
  private let recognizers: [Recognizer]
  private let pixels: UnsafePointer<UInt8>
  private let count: Int
  /// One list for each recognizer: each thread writes its own.
  private let answers: UnsafeMutableBufferPointer<[Answer]>

  /// The answers to `count` framed pictures at `pixels`, in their order.
  static func answers(to pixels: UnsafePointer<UInt8>, count: Int, by recognizers: [Recognizer]) -> [Answer] {
    let task = RecognitionTask(pixels, count: count, recognizers)
    Team(threads: recognizers.count).run(task)
    return Array(task.answers.joined())
  }

  private init(_ pixels: UnsafePointer<UInt8>, count: Int, _ recognizers: [Recognizer]) {
    self.pixels = pixels
    self.count = count
    self.recognizers = recognizers
    answers = .allocate(capacity: recognizers.count)
    answers.initialize(repeating: [])
  }

  deinit {
    answers.deinitialize()
    answers.deallocate()
  }

  override func run(part: Int, of parts: Int) {
    // The system may have given fewer threads than there are recognizers.
    for index in stride(from: part, to: recognizers.count, by: parts) {
      let share = Team.share(of: count, part: index, of: recognizers.count)
      let start = pixels + share.lowerBound * DigitSet.pixelCount
      answers[index] = recognizers[index].recognize(frames: start, count: share.count)
    }
  }
}
