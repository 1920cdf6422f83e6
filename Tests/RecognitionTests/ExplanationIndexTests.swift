import NeuralNet
import Recognition
import Testing

/// Finding what a network sees as alike.
@Suite struct ExplanationIndexTests {
  private static let width = 24

  private static let rows: [[Float]] = (0..<300).map { row in
    var generator = SeededGenerator(seed: 5, stream: .sampling, index: UInt64(row))
    return (0..<width).map { _ in max(0, generator.nextNormal()) * Float(row % 7 + 1) }
  }

  private func index() -> EmbeddingIndex {
    var index = EmbeddingIndex(width: ExplanationIndexTests.width)
    ExplanationIndexTests.rows.flatMap(\.self).withUnsafeBufferPointer { index.append($0) }
    return index
  }

  @Test func theNearestAreThoseOfALookAtAll() {
    let (index, rows) = (index(), ExplanationIndexTests.rows)
    #expect(index.count == rows.count)
    for wanted in [0, 17, 299] {
      let found = index.nearest(to: rows[wanted], count: 8)
      #expect(found.first?.index == wanted)
      #expect(found.first?.distance ?? 1 < 0.02)
      let exact = rows.map { EmbeddingIndex.distance(rows[wanted], $0) }.sorted()
      for (match, distance) in zip(found, exact) { #expect(abs(match.distance - distance) < 0.03) }
      #expect(found.map(\.distance) == found.map(\.distance).sorted())
    }
  }

  @Test func onlyTheDirectionCounts() {
    let row = ExplanationIndexTests.rows[3]
    #expect(EmbeddingIndex.distance(row, row.map { $0 * 40 }) < 0.001)
    #expect(index().nearest(to: row.map { $0 / 90 }, count: 1).first?.index == 3)
    #expect(abs(EmbeddingIndex.distance([1, 0], [0, 3]) - Float(2).squareRoot()) < 0.001)
  }

  @Test func rowsWithoutDirectionAreFarFromAll() {
    var index = EmbeddingIndex(width: 2)
    ([0, 0, .nan, 1, .infinity, 2, 1, 1] as [Float]).withUnsafeBufferPointer { index.append($0) }
    #expect(index.nearest(to: [1, 1], count: 4).map(\.index).first == 3)
    #expect(index.nearest(to: [1], count: 4).isEmpty)
    #expect(index.nearest(to: [1, 1], count: 0).isEmpty)
  }

  @Test func numbersThatDoNotFitAreRefused() {
    let index = index()
    #expect(EmbeddingIndex(width: index.width, codes: index.codes, scales: index.scales) == index)
    #expect(EmbeddingIndex(width: index.width, codes: index.codes.dropLast(), scales: index.scales) == nil)
    #expect(EmbeddingIndex(width: 0, codes: [], scales: [1]) == nil)
    #expect(EmbeddingIndex(width: 1, codes: [1], scales: [.nan]) == nil)
  }
}
