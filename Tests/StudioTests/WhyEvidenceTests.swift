import DigitData
import Foundation
import Ink
import NeuralNet
import Recognition
import Testing

private let data = ProcessInfo.processInfo.environment["INKLING_DATA"] ?? ""
private let drawings = data + "/../pen/digits.ndjson.gz"
private let reserve = data + "/../pen/reserve.txt"

/// Whether the map is right about what the network relies on, on drawings of people that it has not learned from.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: drawings), "there are no drawings beside INKLING_DATA"))
struct WhyEvidenceTests {
  private static let wanted = 200

  /// Some of the reserve writers' drawings, chosen by a seed.
  private func chosen() throws -> [[Ink.Stroke]] {
    let writers = Set(try String(contentsOfFile: reserve, encoding: .utf8).split(separator: "\n").map(String.init))
    var all: [[Ink.Stroke]] = []
    for item in try DrawingReader(path: drawings) {
      let drawing = try item.get()
      if let writer = drawing.writer, writers.contains(writer) { all.append(drawing.strokes) }
    }
    var generator = SeededGenerator(seed: 11, stream: .sampling)
    return Array(all.shuffled(using: &generator).prefix(WhyEvidenceTests.wanted))
  }

  private func model(_ name: String) throws -> Model {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Model.load(path: root.path + "/Models/\(name)/model.safetensors")
  }

  /// How far the probability of the answer falls when these pixels lose their ink.
  private func fall(_ explanation: InkExplanation, without pixels: some Sequence<Int>, _ recognizer: Recognizer)
    -> Float
  {
    var image = explanation.image
    for pixel in pixels { image.pixels[pixel] = 0 }
    return explanation.probability - recognizer.recognize(frame: image).probabilities[explanation.digit]
  }

  /// The square of the distance of two pixels.
  private func distance(_ one: Int, _ other: Int) -> Int {
    let (x, y) = (one % 28 - other % 28, one / 28 - other / 28)
    return x * x + y * y
  }

  @Test(arguments: ["inkling", "mlp", "cnn-deep"]) func theMapTellsWhatTheAnswerRestsOn(_ name: String) throws {
    let model = try model(name)
    let (explainer, recognizer) = (try InkExplainer(model), try Recognizer([model]))
    var generator = SeededGenerator(seed: 12, stream: .sampling)
    var (top, random, piece) = (Float(0), Float(0), Float(0))
    for strokes in try chosen() {
      let explanation = try #require(explainer.explain(strokes))
      let ink = explanation.image.pixels.indices.filter { explanation.image.pixels[$0] > 0 }
      let count = max(1, ink.count / 10)
      top += fall(
        explanation, without: ink.sorted { explanation.pixels[$0] > explanation.pixels[$1] }.prefix(count), recognizer)
      for _ in 0..<4 {
        random += fall(explanation, without: ink.shuffled(using: &generator).prefix(count), recognizer) / 4
        let middle = ink.randomElement(using: &generator) ?? 0
        let near = ink.sorted { distance($0, middle) < distance($1, middle) }
        piece += fall(explanation, without: near.prefix(count), recognizer) / 4
      }
    }
    let count = Float(WhyEvidenceTests.wanted)
    print(
      "why \(name): top tenth \(top / count), random pixels \(random / count), a random piece \(piece / count);",
      "\(top / random) and \(top / piece) times")
    #expect(top > 2 * random)
    // A network that hardly minds single pixels loses more by a piece.
    #expect(name == "mlp" || top > 4 * piece)
  }
}
