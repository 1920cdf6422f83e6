import DigitData
import Foundation
import Ink
import NeuralNet
import Recognition
import Testing
import Training

private func directory(_ variable: String) -> String? {
  ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
}

/// What twenty drawings of a writer whom no model has learned from do for the others of the same writer.
@Suite(
  .serialized,
  .enabled(
    if: directory("INKLING_PEN") != nil && directory("INKLING_DATA") != nil,
    "INKLING_PEN and INKLING_DATA do not name the directories of pen drawings and of MNIST"))
struct PersonalFigureTests {
  /// A hand, and the model that is taught.
  struct Case: CustomTestStringConvertible, Sendable {
    var model: String
    /// By how many degrees the writer turns every digit.
    var turn: Double
    /// Of how many writers at most.
    var writers = 100
    var testDescription: String { "\(model), turned by \(turn)°" }
  }

  static let cases = [Case(model: "mlp", turn: 0), Case(model: "inkling", turn: 35, writers: 2)]

  /// Sums over writers.
  struct Figures {
    var (writers, count, wrongBefore, wrongAfter) = (0, 0, 0, 0)
    /// Losses of accuracy on MNIST, and seconds.
    var losses: [Double] = []
    var seconds: [Double] = []
  }

  private static let mnist = Result {
    try MNIST.load(options: MNISTOptions(environment: ProcessInfo.processInfo.environment))
  }

  private static let drawings = Result {
    let path = directory("INKLING_PEN") ?? ""
    var set = InkSet([])
    let reader = try DrawingReader(path: path + "/digits.ndjson.gz")
    while let next = reader.next() { if case .success(let drawing) = next { _ = set.add(drawing) } }
    let names = try String(contentsOfFile: path + "/reserve.txt", encoding: .utf8).split(separator: "\n")
    return set.split(writers: Set(names.map(String.init)))
  }

  @Test(arguments: cases) func twentyDrawingsHelpTheOthers(_ hand: Case) throws {
    let figures = try figures(hand, try Self.drawings.get().theirs)
    let saved = 1 - Double(figures.wrongAfter) / Double(max(1, figures.wrongBefore))
    let loss = figures.losses.reduce(0, +) / Double(max(1, figures.losses.count))
    print(
      "\(hand.testDescription): \(figures.writers) writers, \(figures.count) other drawings, wrong",
      "\(figures.wrongBefore) -> \(figures.wrongAfter) (\(-saved * 100) %), MNIST lost mean \(loss * 100),",
      "worst \((figures.losses.max() ?? 0) * 100) points, seconds \(figures.seconds.sorted()[figures.seconds.count / 2])",
      "worst \(figures.seconds.max() ?? 0)")
    #expect(figures.wrongBefore > 0 && saved >= 0.3)
    #expect(loss <= 0.001)
  }

  private func figures(_ hand: Case, _ set: InkSet) throws -> Figures {
    let mnist = try Self.mnist.get()
    let model = try Model.load(
      path: URL(filePath: #filePath).appending(path: "../../../Models/\(hand.model)/model.safetensors").standardized
        .path)
    var figures = Figures()
    for (_, items) in Dictionary(grouping: set.items, by: \.writer).sorted(by: { $0.key < $1.key }) {
      guard items.count >= 30, figures.writers < hand.writers else { continue }
      let turned = InkSet(items.map { Self.turned($0, by: hand.turn) })
      let order = Self.order(of: turned)
      let split = PersonalSplit(learned: Array(order.prefix(20)), heldBack: Array(order.dropFirst(20)))
      let lesson = PersonalLesson(model, drawings: turned, split: split, replay: mnist.training, test: mnist.test)
      let outcome = try #require(try lesson.run { _ in true }).outcome
      figures.writers += 1
      figures.count += outcome.heldBack.count
      figures.wrongBefore += outcome.heldBack.wrongBefore
      figures.wrongAfter += outcome.heldBack.wrongAfter
      let test = try #require(outcome.mnist)
      figures.losses.append(test.accuracyBefore - test.accuracyAfter)
      figures.seconds.append(outcome.learningSeconds)
    }
    return figures
  }

  /// Two of each digit first, as far as there are.
  private static func order(of set: InkSet) -> [Int] {
    var ranks = [Int](repeating: 0, count: set.items.count)
    for (digit, places) in Dictionary(grouping: set.items.indices, by: { set.items[$0].digit ?? 0 }) {
      var generator = SeededGenerator(seed: 1, stream: .shuffling, index: UInt64(digit))
      for (rank, place) in places.shuffled(using: &generator).enumerated() { ranks[place] = rank }
    }
    return set.items.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  private static func turned(_ item: InkSet.Item, by degrees: Double) -> InkSet.Item {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    var item = item
    for stroke in item.strokes.indices {
      for index in item.strokes[stroke].points.indices {
        let point = item.strokes[stroke].points[index]
        item.strokes[stroke].points[index].x = point.x * cosine - point.y * sine
        item.strokes[stroke].points[index].y = point.x * sine + point.y * cosine
      }
    }
    return item
  }
}
