import Ink
import NeuralNet
import Recognition
import Testing

@Suite struct NumberReaderTests {
  private static let model: Result<Model, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Model.load(path: "/\(root)/Models/inkling/model.safetensors")
  }
  private let reader: NumberReader

  init() throws { reader = try NumberReader([Self.model.get()]) }

  private func box(_ strokes: [Stroke]) -> InkBounds { InkBounds(of: strokes) }

  @Test(arguments: ["7", "10", "2026", "45", "5577", "314159", "1111", "480", "0123456789"])
  func digitsSideBySideAreANumber(text: String) {
    let reading = reader.read(HandDigits.number(text))
    #expect(reading.text == text)
    #expect(reading.digits.count == text.count)
  }

  @Test(arguments: ["-7", "3.14", "-0.5", "10.25", "-48"])
  func minusSignsAndPointsAreRead(text: String) {
    let reading = reader.read(HandDigits.number(text))
    #expect(reading.text == text)
    #expect(reading.digits.count == text.count { $0.isNumber })
  }

  @Test func theOrderOfDrawingDoesNotMatter() {
    let strokes = HandDigits.number("4575")
    #expect(reader.read(strokes.reversed()).text == "4575")
  }

  @Test func everyDigitHasItsStrokesAndItsBox() throws {
    let strokes = HandDigits.number("47")
    let digits = reader.read(strokes).digits
    try #require(digits.count == 2)
    #expect(digits.map(\.strokes) == [[0, 1], [2, 3]])
    #expect(digits[0].box == box(Array(strokes[..<2])) && digits[1].box == box(Array(strokes[2...])))
    #expect(digits.allSatisfy { $0.confidence > 0.5 })
  }

  @Test func overlappingDigitsArePartedWhereTheNetworkSeesTwo() {
    #expect(reader.read(HandDigits.number("3605", gap: -9)).text == "3605")
    #expect(reader.read(HandDigits.number("82", gap: -6)).text == "82")
  }

  @Test(arguments: [0.01, 1, 300]) func sizeDoesNotMatter(scale: Double) {
    let strokes = HandDigits.moved(HandDigits.number("-25.4"), x: 1e4, y: -300, scale: scale)
    #expect(reader.read(strokes).text == "-25.4")
  }

  @Test func linesAreReadFromTopToBottom() {
    let strokes = HandDigits.moved(HandDigits.number("42"), x: 30, y: 180) + HandDigits.number("17")
    #expect(reader.read(strokes).text == "17\n42")
  }

  @Test func inkThatIsNoNumberIsNotBlank() {
    let dash = [Stroke(points: [InkPoint(x: 0, y: 50), InkPoint(x: 60, y: 50)])]
    #expect(reader.read(dash).status == .unsure)
    let many = (0...NumberReader.mostParts).map { place in
      Stroke(points: [InkPoint(x: Double(place * 40), y: 0), InkPoint(x: Double(place * 40), y: 100)])
    }
    let reading = reader.read(many)
    #expect(reading.status == .unsure && reading.isTooMuch && reading.text.isEmpty)
  }

  @Test func noInkIsBlank() {
    #expect(reader.read([Stroke]()).status == .blank)
    #expect(reader.read([Stroke(points: [])]).text.isEmpty)
    #expect(reader.read([Stroke(points: [InkPoint(x: .nan, y: 1)])]).digits.isEmpty)
    #expect(reader.read([Stroke(points: [InkPoint(x: 1, y: 1)])], penWidth: 12).digits.isEmpty)
  }

  @Test func whatNobodyCanReadIsNotReadForever() {
    let scribble = (0..<5_000).map { index in
      Stroke(points: [InkPoint(x: Double(index * 7919 % 1000), y: Double(index * 104_729 % 1000))])
    }
    #expect(reader.read(scribble).digits.isEmpty)
    let dense = scribble.prefix(NumberReader.mostParts).map { Stroke(points: $0.points + [InkPoint(x: 500, y: 500)]) }
    _ = reader.read(Array(dense))
  }

  @Test func aReaderThatHasReadBeforeReadsTheSame() throws {
    let strokes = HandDigits.number("4571")
    for count in 1...strokes.count {
      let some = Array(strokes[..<count])
      #expect(reader.read(some).text == (try NumberReader([Self.model.get()]).read(some).text))
    }
    var other = strokes
    other[0] = HandDigits.strokes(0)[0]
    #expect(reader.read(other).text == (try NumberReader([Self.model.get()]).read(other).text))
  }

  @Test func aNumberInAPictureIsRead() {
    let strokes = HandDigits.moved(HandDigits.number("-57.40", gap: 24), x: 40, y: 60)
    let (width, height) = (440, 220)
    let light = (0..<width * height).map { place -> UInt8 in
      let (x, y) = (Double(place % width) + 0.5, Double(place / width) + 0.5)
      let distance = strokes.reduce(Double.infinity) { min($0, $1.distance(x, y)) }
      return UInt8(240 - 200 * min(max(4.5 - distance, 0), 1))
    }
    let reading = reader.read(Picture(luminance: light, width: width, height: height))
    #expect(reading.text == "-57.40")
    let box = box(strokes)
    #expect(reading.symbols.allSatisfy { $0.box.low.x > box.low.x - 8 && $0.box.high.x < box.high.x + 8 })
    #expect(reader.read(Picture(luminance: light.map { _ in 240 }, width: width, height: height)).status == .blank)
  }
}

extension Stroke {
  /// How far a place is from the line.
  fileprivate func distance(_ x: Double, _ y: Double) -> Double {
    zip(points, points.dropFirst()).reduce(.infinity) { least, ends in
      let (dx, dy) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
      let share = min(max(((x - ends.0.x) * dx + (y - ends.0.y) * dy) / max(dx * dx + dy * dy, 1e-9), 0), 1)
      let (ox, oy) = (x - ends.0.x - share * dx, y - ends.0.y - share * dy)
      return min(least, (ox * ox + oy * oy).squareRoot())
    }
  }
}
