import DigitData
import Foundation
import Ink
import NeuralNet
import Recognition
import Testing

/// Where drawings by people are, one set and the writers that no model has learnt from.
private let penDirectory = ProcessInfo.processInfo.environment["INKLING_PEN"].flatMap { $0.isEmpty ? nil : $0 }

/// How well numbers are read that are made of drawings by writers whom the model does not know.
@Suite(.enabled(if: penDirectory != nil, "INKLING_PEN does not name a directory with digits.ndjson.gz"))
struct NumberFigureTests {
  private func drawings() throws -> (reserve: InkSet, others: InkSet) {
    let directory = penDirectory ?? ""
    var set = InkSet([])
    let reader = try DrawingReader(path: directory + "/digits.ndjson.gz")
    while let next = reader.next() { if case .success(let drawing) = next { _ = set.add(drawing) } }
    let names = try String(contentsOfFile: directory + "/reserve.txt", encoding: .utf8).split(separator: "\n")
    let (reserve, others) = set.split(writers: Set(names.map(String.init)))
    return (reserve, others)
  }

  private func reader() throws -> NumberReader {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try NumberReader([Model.load(path: root.path + "/Models/inkling/model.safetensors")])
  }

  /// The share of strings that are read right, divided by what single digits let expect.
  private func figure(_ set: InkSet, length: Int, gaps: NumberStrings.Gaps, count: Int, seed: UInt64) throws -> Double {
    let reader = try reader()
    let strings = NumberStrings(set, gaps: gaps)
    var (right, singles) = (0, 0)
    var times: [Duration] = []
    var wrong: [String: Int] = [:]
    for index in 0..<count {
      let sample = strings.sample(length: length, seed: seed + UInt64(index))
      let start = ContinuousClock().now
      let reading = reader.read(sample.strokes)
      times.append(start.duration(to: ContinuousClock().now))
      right += reading.text == sample.text ? 1 : 0
      if reading.text != sample.text { wrong["\(sample.text) as \(reading.text) (\(seed + UInt64(index)))", default: 0] += 1 }
      for item in sample.items { singles += reader.read(item.strokes).text == "\(item.digit ?? -1)" ? 1 : 0 }
    }
    let single = Double(singles) / Double(count * length)
    let accuracy = Double(right) / Double(count)
    let expected = (0..<length).reduce(1.0) { product, _ in product * single }
    times.sort()
    print(
      "length \(length), \(gaps): \(accuracy) of strings, \(single) of single digits, "
        + "ratio \(accuracy / expected), first reading \(times[count / 2]) median, \(times[count * 99 / 100]) p99")
    if ProcessInfo.processInfo.environment["INKLING_PEN_WRONG"] != nil { for text in wrong.keys.sorted().prefix(60) { print("  ", text) } }
    return accuracy / expected
  }

  @Test(arguments: [2, 4, 6]) func stringsAreReadAsWellAsTheirDigits(length: Int) throws {
    #expect(try figure(drawings().reserve, length: length, gaps: .natural, count: 500, seed: 1) >= 0.98)
  }

  @Test func stringsWithOverlappingBoxesAreRead() throws {
    #expect(try figure(drawings().reserve, length: 4, gaps: .overlapping, count: 500, seed: 1) >= 0.92)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["INKLING_PEN_OTHERS"] != nil))
  func othersToTuneOn() throws {
    for (length, gaps) in [(2, NumberStrings.Gaps.natural), (4, .natural), (6, .natural), (4, .overlapping)] {
      _ = try figure(drawings().others, length: length, gaps: gaps, count: 1000, seed: 100_000)
    }
  }
}
