import DigitData
import Foundation
import Ink
import NeuralNet
import Recognition
import Testing

/// Where drawings by people are, and the writers that the model has not learnt from.
private let penDirectory = ProcessInfo.processInfo.environment["INKLING_PEN"].flatMap { $0.isEmpty ? nil : $0 }

/// How well numbers are read that are made of drawings by writers whom the model does not know.
@Suite(
  .serialized,
  .enabled(if: penDirectory != nil, "INKLING_PEN does not name a directory with digits.ndjson.gz and reserve.txt"))
struct NumberFigureTests {
  private static let drawings = Result {
    let directory = penDirectory ?? ""
    var set = InkSet([])
    let reader = try DrawingReader(path: directory + "/digits.ndjson.gz")
    while let next = reader.next() { if case .success(let drawing) = next { _ = set.add(drawing) } }
    let names = try String(contentsOfFile: directory + "/reserve.txt", encoding: .utf8).split(separator: "\n")
    return set.split(writers: Set(names.map(String.init)))
  }

  private static let model = Result {
    try Model.load(
      path: URL(filePath: #filePath).appending(path: "../../../Models/inkling/model.safetensors")
        .standardized.path)
  }

  /// What a run over many strings came to.
  private struct Figures {
    var strings = 0.0
    var singles = 0.0
    var length: Int
    /// From the last stroke to the new reading.
    var times: [Duration] = []

    /// The share of strings that are read right, divided by what single digits let expect.
    var ratio: Double { strings / (0..<length).reduce(1.0) { product, _ in product * singles } }
  }

  private func figures(
    _ set: InkSet, length: Int, gaps: NumberStrings.Gaps, count: Int, seed: UInt64
  ) throws -> Figures {
    let model = try Self.model.get()
    let (reader, recognizer) = (try NumberReader([model]), try Recognizer([model], team: Team(threads: 1)))
    let strings = NumberStrings(set, gaps: gaps)
    var figures = Figures(length: length)
    for index in 0..<count {
      let sample = strings.sample(length: length, seed: seed + UInt64(index))
      // The pen that draws the last stroke is at its middle, then at its end.
      var growing = sample.strokes
      if let last = growing.popLast() {
        growing.append(Stroke(points: Array(last.points.prefix(last.points.count / 2))))
      }
      _ = reader.read(growing)
      let start = ContinuousClock().now
      let reading = reader.read(sample.strokes)
      figures.times.append(start.duration(to: ContinuousClock().now))
      if reading.text == sample.text { figures.strings += 1 / Double(count) }
      for item in sample.items where recognizer.recognize(item.strokes).digit == item.digit {
        figures.singles += 1 / Double(count * length)
      }
    }
    figures.times.sort()
    let (median, last) = (figures.times[count / 2], figures.times[count * 99 / 100])
    print("\(length) digits, \(gaps): strings \(figures.strings), single digits \(figures.singles), ", terminator: "")
    print("ratio \(figures.ratio); new stroke to reading: median \(median), p99 \(last)")
    return figures
  }

  @Test(arguments: [2, 4, 6]) func stringsAreReadAsWellAsTheirDigits(length: Int) throws {
    let set = try Self.drawings.get().theirs
    #expect(try figures(set, length: length, gaps: .natural, count: 1000, seed: 1).ratio >= 0.98)
  }

  @Test func stringsWithOverlappingBoxesAreRead() throws {
    let set = try Self.drawings.get().theirs
    #expect(try figures(set, length: 4, gaps: .overlapping, count: 1000, seed: 1).ratio >= 0.92)
  }

  /// The share of photographs of strings that are read right, divided by what single digits let expect.
  private func photographRatio(_ set: InkSet, length: Int, penWidth: Double, count: Int) throws -> Double {
    let model = try Self.model.get()
    let (reader, recognizer) = (try NumberReader([model]), try Recognizer([model], team: Team(threads: 1)))
    let strings = NumberStrings(set, gaps: .natural)
    var (right, single) = (0.0, 0.0)
    var times: [Duration] = []
    for index in 0..<count {
      let sample = strings.sample(length: length, seed: 1 + UInt64(index))
      let picture = InkPhotograph.picture(of: sample.strokes, penWidth: penWidth, seed: UInt64(index))
      let start = ContinuousClock().now
      let reading = reader.read(picture)
      times.append(start.duration(to: ContinuousClock().now))
      if reading.text == sample.text { right += 1 / Double(count) }
      for item in sample.items where recognizer.recognize(item.strokes).digit == item.digit {
        single += 1 / Double(count * length)
      }
    }
    times.sort()
    let ratio = right / (0..<length).reduce(1.0) { product, _ in product * single }
    print(
      "photographs of \(length) digits: right \(right), ratio \(ratio); median \(times[count / 2]), ", terminator: "")
    print("p99 \(times[count * 99 / 100])")
    return ratio
  }

  @Test(arguments: [(2, 0.93), (4, 0.88), (6, 0.82)]) func photographsOfStringsAreRead(length: Int, least: Double)
    throws
  {
    let set = try Self.drawings.get().theirs
    #expect(try photographRatio(set, length: length, penWidth: 5, count: 300) >= least)
  }
}
