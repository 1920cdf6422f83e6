import DigitData
import Ink
import NeuralNet
import Recognition
import Testing

@Suite struct InkSetTests {
  /// A set in which writers of two contributors drew an upright line as a 1, and a cross as an x.
  private func set(_ counts: [String: Int]) -> InkSet {
    var set = InkSet([])
    for (writer, count) in counts.sorted(by: { $0.key < $1.key }) {
      for index in 0..<count {
        let isDigit = index % 2 == 0
        let line = Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: Double(index), y: 100)])
        let cross = Stroke(points: [InkPoint(x: -50, y: 0), InkPoint(x: 50, y: 100)])
        let drawing = Drawing(strokes: isDigit ? [line] : [line, cross], label: isDigit ? "1" : "x", writer: writer)
        let isTaken = set.add(drawing)
        #expect(isTaken)
      }
    }
    return set
  }

  @Test func labelsDecideWhatADrawingIs() {
    var set = InkSet([])
    for label in ["0", "9", "A", "12", "O", "|", "/", "\\"] {
      let isTaken = set.add(Drawing(label: label))
      #expect(isTaken)
    }
    #expect(set.items.map(\.digit) == [0, 9, nil, nil], "what looks like a digit is neither")
    #expect(set.items.map(\.isLetter) == [false, false, true, false])
    for label in [nil, ""] {
      let isTaken = set.add(Drawing(label: label))
      #expect(!isTaken)
    }
  }

  @Test func writersStayTogether() {
    let set = set(["a/1": 10, "a/2": 10, "b/1": 4, "b/2": 6])
    let (theirs, rest) = set.split(writers: ["a/1", "b/2", "nobody"])
    #expect(theirs.items.count == 16 && rest.items.count == 14)
    #expect(Set(theirs.items.map(\.writer)).isDisjoint(with: rest.items.map(\.writer)))
  }

  @Test func someWritersOfEveryContributorAreHeldBack() {
    let set = set(["a/1": 2, "a/2": 2, "a/3": 2, "b/1": 2, "b/2": 2, "c/1": 2])
    let chosen = set.someWriters(share: 0.1, seed: 1)
    #expect(chosen.map { $0.prefix(1) }.sorted() == ["a", "b"], "the only writer of c is needed for training")
    #expect(chosen == set.someWriters(share: 0.1, seed: 1))
    #expect(set.someWriters(share: 0, seed: 1).isEmpty)
  }

  @Test func framedDigitsMatchTheirLabels() {
    let framed = set(["a/1": 5]).framedDigits
    #expect(framed.labels == [1, 1, 1])
    let expected = Preprocessor().framing(of: [Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: 2, y: 100)])])?.image
    #expect(framed.image(at: 1) == expected)
  }

  @Test func busyWritersDoNotDominate() {
    let source = InkSource(set(["big/1": 320, "big/2": 20, "small/1": 20]), amounts: InkAugmentation())
    let choice = BalancedChoice(source.digits)
    var generator = SeededGenerator(seed: 1, stream: .drawing)
    var counts: [String: Double] = [:]
    for _ in 0..<20_000 { counts[source.digits[choice.next(using: &generator)].writer, default: 0] += 1 / 20_000 }
    // Contributors drew 170 and 10 digits, the writers of the first 160 and 10: roots 13.04 to 3.16 and 4 to 1.
    let big = 13.04 / (13.04 + 3.16)
    #expect(abs((counts["small/1"] ?? 0) - (1 - big)) < 0.02)
    #expect(abs((counts["big/1"] ?? 0) - big * 0.8) < 0.02)
  }

  @Test func theSameGeneratorDrawsTheSamePicture() {
    let source = InkSource(set(["a/1": 6]), amounts: InkAugmentation())
    func pictures(_ index: UInt64) -> [Float] {
      let preprocessor = Preprocessor()
      var generator = SeededGenerator(seed: 1, stream: .drawing, index: index)
      var values = [Float](repeating: -7, count: 1568)
      values.withUnsafeMutableBufferPointer { values in
        guard let start = values.baseAddress else { return }
        _ = source.digit(preprocessor, generator: &generator, into: start, scale: 1, offset: 0)
        source.other(preprocessor, generator: &generator, into: start + 784, scale: 1, offset: 0)
      }
      return values
    }
    #expect(pictures(1) == pictures(1))
    #expect(pictures(1) != pictures(2))
    for index in 0..<200 {
      let values = pictures(UInt64(index))
      #expect(values.allSatisfy { 0...1 ~= $0 })
      #expect(values.prefix(784).reduce(0, +) > 10, "an upright line has ink")
    }
  }

  @Test func someDigitsHaveSquareCorners() {
    var amounts = InkAugmentation()
    amounts.angular = 1
    let source = InkSource(set(["a/1": 2]), amounts: amounts)
    let preprocessor = Preprocessor()
    var digits: Set<Int> = []
    var values = [Float](repeating: 0, count: 784)
    for index in 0..<200 {
      var generator = SeededGenerator(seed: 1, stream: .drawing, index: UInt64(index))
      let digit = source.digit(preprocessor, generator: &generator, into: &values, scale: 1, offset: 0)
      digits.insert(digit)
      #expect(values.reduce(0, +) > 20)
    }
    #expect(digits == [0, 2, 3, 4, 5, 6, 7, 8, 9], "the drawings themselves are ones")
  }

  @Test func withoutChangesADrawingIsTheFramedOne() {
    var amounts = InkAugmentation()
    (amounts.penSpread, amounts.rotation, amounts.shear, amounts.stretch, amounts.bend) = (0, 0, 0, 0, 0)
    (amounts.tremble, amounts.loosenedEnds, amounts.variants, amounts.misplaced, amounts.unsharp) = (0, 0, 0, 0, 0)
    amounts.angular = 0
    (amounts.penMedian, amounts.scale) = (Preprocessor.penWidth, 1...1)
    let set = set(["a/1": 1])
    var generator = SeededGenerator(seed: 1, stream: .drawing)
    var values = [Float](repeating: 0, count: 784)
    InkSource(set, amounts: amounts).draw(
      set.items[0], Preprocessor(), generator: &generator, into: &values, scale: 255, offset: 0)
    for (value, expected) in zip(values, set.framed.pixels) { #expect(abs(value - Float(expected)) < 1.1) }
  }
}
