import DigitData
import NeuralNet
import Testing

@Suite struct AugmentationTests {
  /// A ring with a bar: ink from 5 to 22 on both axes, with the soft edges of real digits.
  static let digit: [UInt8] = (0..<784).map { index in
    let (x, y) = (Float(index % 28) - 13.5, Float(index / 28) - 13.5)
    let ring = 1.9 - abs((x * x + y * y).squareRoot() - 7.5)
    let bar = abs(x) < 7 ? 1.9 - abs(y) : 0
    return UInt8(min(max(max(ring, bar), 0), 1) * 255)
  }

  /// What `augmentation` makes of `picture` with the generator number `index`.
  static func changed(
    _ augmentation: Augmentation, _ picture: [UInt8] = digit, index: UInt64 = 0, scale: Float = 1,
    offset: Float = 0
  ) -> [Float] {
    changed(Augmenter(augmentation), picture, index: index, scale: scale, offset: offset)
  }

  static func changed(
    _ augmenter: Augmenter, _ picture: [UInt8] = digit, index: UInt64, scale: Float = 1, offset: Float = 0
  ) -> [Float] {
    var generator = SeededGenerator(seed: 1, stream: .augmentation, index: index)
    return [Float](unsafeUninitializedCapacity: 784) { output, count in
      picture.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let output = output.baseAddress else { return }
        augmenter.augment(source, into: output, generator: &generator, scale: scale, offset: offset)
        count = 784
      }
    }
  }

  /// Every change switched off, but the warp still done.
  static var still: Augmentation {
    var still = Augmentation()
    still.rotation = 0
    still.shear = 0
    still.scale = 1...1
    still.shift = 0
    still.elasticShare = 0
    still.thinning = 0
    still.thickening = 0
    still.untouched = 0
    return still
  }

  static func middle(_ picture: [Float]) -> (x: Float, y: Float, ink: Float) {
    let ink = picture.reduce(0, +)
    let x = picture.indices.reduce(Float(0)) { $0 + picture[$1] * Float($1 % 28) } / ink
    let y = picture.indices.reduce(Float(0)) { $0 + picture[$1] * Float($1 / 28) } / ink
    return (x, y, ink)
  }

  @Test func sameGeneratorSamePicture() {
    let first = Self.changed(Augmentation(), index: 7)
    #expect(first == Self.changed(Augmentation(), index: 7))
    #expect(first != Self.changed(Augmentation(), index: 8))
  }

  @Test func untouchedPicturesAreScaledOnly() {
    let expected = Self.digit.map { Float($0) * 0.5 - 3 }
    #expect(Self.changed(.none, scale: 0.5, offset: -3) == expected)
  }

  @Test func aWarpThatMovesNothingReproducesThePicture() {
    for index in 0..<4 {
      let result = Self.changed(Self.still, index: UInt64(index), scale: 2, offset: 1)
      #expect(zip(result, Self.digit).allSatisfy { abs($0 - (Float($1) * 2 + 1)) < 0.01 })
    }
  }

  @Test func everyEdgeOfThePictureIsReproduced() {
    let noise = (0..<784).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 28 &* 91) }
    let result = Self.changed(Self.still, noise)
    #expect(zip(result, noise).allSatisfy { abs($0 - Float($1)) < 0.01 })
  }

  @Test func emptyAndFullPicturesStayInRange() {
    let augmenter = Augmenter()
    for index in 0..<200 {
      let paper = Self.changed(augmenter, [UInt8](repeating: 0, count: 784), index: UInt64(index))
      #expect(paper.allSatisfy { $0 == 0 })
      let ink = Self.changed(augmenter, [UInt8](repeating: 255, count: 784), index: UInt64(index))
      #expect(ink.allSatisfy { $0 >= 0 && $0 <= 255.01 })
    }
  }

  @Test func inkStaysInRangeAndCornersStayPaper() {
    let augmenter = Augmenter()
    var clipped = 0
    for index in 0..<1000 {
      let result = Self.changed(augmenter, index: UInt64(index))
      #expect(result.allSatisfy { $0 >= 0 && $0 <= 255 })
      #expect([0, 27, 756, 783].allSatisfy { result[$0] == 0 })
      let edges: [Int] = (0..<28).flatMap { [$0, 756 + $0, 28 * $0, 28 * $0 + 27] }
      if !edges.allSatisfy({ result[$0] < 128 }) { clipped += 1 }
    }
    #expect(clipped < 10)
  }

  @Test func changesAreOfPlausibleSize() {
    let before = Self.middle(Self.digit.map { Float($0) })
    let augmenter = Augmenter()
    let middles = (0..<2000).map { Self.middle(Self.changed(augmenter, index: UInt64($0))) }
    let ratio = middles.reduce(0) { $0 + $1.ink } / before.ink / 2000
    #expect(abs(ratio - 1.04) < 0.06)
    #expect(middles.allSatisfy { (0.5...1.9).contains($0.ink / before.ink) })
    #expect(middles.allSatisfy { abs($0.x - before.x) < 3.5 && abs($0.y - before.y) < 3.5 })
    let variance = middles.reduce(0) { $0 + ($1.x - before.x) * ($1.x - before.x) } / 2000
    #expect((0.7...1.6).contains(variance))
    let untouched = (0..<2000).filter { Self.changed(augmenter, index: UInt64($0)) == Self.digit.map { Float($0) } }
    #expect((140...260).contains(untouched.count))
  }

  @Test func bendsMoveNoFartherThanTheyMay() {
    var bent = Self.still
    bent.elasticShare = 1
    // A slope across the picture turns displacement into brightness: 8 for each pixel.
    let slope = (0..<784).map { UInt8($0 % 28 * 8) }
    let augmenter = Augmenter(bent)
    var farthest: Float = 0
    for index in 0..<300 {
      let result = Self.changed(augmenter, slope, index: UInt64(index))
      for place in result.indices where (3..<25).contains(place % 28) && (3..<25).contains(place / 28) {
        farthest = max(farthest, abs(result[place] - Float(slope[place])) / 8)
      }
    }
    #expect((1.4...2.05).contains(farthest))
  }

  @Test func penGetsThinnerAndWider() {
    let before = Self.middle(Self.digit.map { Float($0) }).ink
    var pen = Self.still
    pen.thickening = 0.5
    let thick = Augmenter(pen)
    let wider = (0..<100).map { Self.middle(Self.changed(thick, index: UInt64($0))).ink / before }
    #expect((wider.min() ?? 0) >= 0.999 && (wider.max() ?? 0) > 1.2 && (wider.max() ?? 9) < 1.6)
    pen.thickening = 0
    pen.thinning = 0.35
    let thin = Augmenter(pen)
    let thinner = (0..<100).map { Self.middle(Self.changed(thin, index: UInt64($0))).ink / before }
    #expect((thinner.max() ?? 9) <= 1.001 && (thinner.min() ?? 9) < 0.9 && (thinner.min() ?? 0) > 0.6)
  }

  @Test func penIsEvenOnAllSides() {
    var pen = Self.still
    pen.thickening = 0.5
    let augmenter = Augmenter(pen)
    for index in 0..<20 {
      let middle = Self.middle(Self.changed(augmenter, index: UInt64(index)))
      #expect(abs(middle.x - 13.5) < 0.01 && abs(middle.y - 13.5) < 0.01)
    }
  }

  @Test func outsideOfThePictureIsPaper() {
    var small = Self.still
    small.scale = 0.7...0.7
    let result = Self.changed(small, [UInt8](repeating: 255, count: 784))
    #expect(result[13 * 28 + 13] > 254)
    #expect(result.indices.allSatisfy { (2..<26).contains($0 % 28) && (2..<26).contains($0 / 28) || result[$0] < 2 })
  }

  @Test func rotationTurnsBothWays() {
    var turned = Self.still
    turned.rotation = 12
    // A bar on the middle row: its ends go up or down by tan 12° × 10 pixels, 2.1 at most.
    let bar = (0..<784).map { (13...14).contains($0 / 28) && (3...24).contains($0 % 28) ? UInt8(255) : 0 }
    let augmenter = Augmenter(turned)
    let heights = (0..<200).map { index -> Float in
      let result = Self.changed(augmenter, bar, index: UInt64(index))
      let ink = (0..<28).reduce(Float(0)) { $0 + result[$1 * 28 + 23] }
      return (0..<28).reduce(Float(0)) { $0 + result[$1 * 28 + 23] * Float($1) } / ink - 13.5
    }
    #expect((heights.max() ?? 0) > 1.7 && (heights.max() ?? 9) < 2.2)
    #expect((heights.min() ?? 0) < -1.7 && (heights.min() ?? -9) > -2.2)
  }

  @Test func wildSettingsAreLimited() {
    var wild = Augmentation()
    wild.rotation = .infinity
    wild.shear = .nan
    wild.scale = 0...1e9
    wild.shift = 1e9
    wild.elasticReach = 0...1e9
    wild.thinning = 1e9
    wild.thickening = 1e9
    let augmenter = Augmenter(wild)
    for index in 0..<500 {
      #expect(Self.changed(augmenter, index: UInt64(index)).allSatisfy { $0 >= 0 && $0 <= 255 })
    }
  }

  @Test func nothingOutsideThePictureIsWritten() {
    let augmenter = Augmenter()
    var output = [Float](repeating: -7, count: 784 + 64)
    output.withUnsafeMutableBufferPointer { output in
      Self.digit.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let output = output.baseAddress else { return }
        for index in 0..<200 {
          var generator = SeededGenerator(seed: 1, stream: .augmentation, index: UInt64(index))
          augmenter.augment(source, into: output + 32, generator: &generator, scale: 1, offset: 0)
        }
      }
    }
    #expect(output[..<32].allSatisfy { $0 == -7 } && output[816...].allSatisfy { $0 == -7 })
  }

  @Test func threadsShareOneAugmenter() async {
    let augmenter = Augmenter()
    let expected = (0..<64).map { Self.changed(augmenter, index: UInt64($0)) }
    await withTaskGroup { group in
      for index in 0..<64 { group.addTask { (index, Self.changed(augmenter, index: UInt64(index))) } }
      for await (index, picture) in group { #expect(picture == expected[index]) }
    }
  }
}
