public import NeuralNet
public import Recognition

/// Endless training pictures from drawings: digits as other hands might have drawn them, and marks that are none.
///
/// The same generator gives the same picture. May be used by several threads, each with a preprocessor of its own.
public struct InkSource: Sendable {
  /// The digits that are drawn from.
  public let digits: [InkSet.Item]
  private let others: [InkSet.Item]
  private let digitChoice: BalancedChoice
  private let otherChoice: BalancedChoice?
  private let augmenter: InkAugmenter
  /// Of the marks that are no digits, the shares that are made up instead of drawn by somebody.
  private static let (pairs, scribbles, lines): (Float, Float, Float) = (0.15, 0.12, 0.06)

  /// Draws from `set`, which has at least one digit.
  public init(_ set: InkSet, amounts: InkAugmentation) {
    digits = set.digits.items
    others = set.others.items
    digitChoice = BalancedChoice(digits)
    otherChoice = others.isEmpty ? nil : BalancedChoice(others)
    augmenter = InkAugmenter(amounts)
  }

  /// Writes a drawn digit as 784 numbers ink × `scale` + `offset` and returns which it is.
  public func digit(
    _ preprocessor: Preprocessor, generator: inout SeededGenerator, into values: UnsafeMutablePointer<Float>,
    scale: Float, offset: Float
  ) -> Int {
    guard generator.nextUniform() >= augmenter.amounts.angular else {
      return angularDigit(preprocessor, generator: &generator, into: values, scale: scale, offset: offset)
    }
    let item = digits[digitChoice.next(using: &generator)]
    draw(item, preprocessor, generator: &generator, into: values, scale: scale, offset: offset)
    return item.digit ?? 0
  }

  private func angularDigit(
    _ preprocessor: Preprocessor, generator: inout SeededGenerator, into values: UnsafeMutablePointer<Float>,
    scale: Float, offset: Float
  ) -> Int {
    let digit = AngularDigit.digits[Int(generator.nextUniform() * Float(AngularDigit.digits.count))]
    preprocessor.path.clear()
    AngularDigit.add(digit, to: &preprocessor.path, &generator)
    augmenter.draw(preprocessor, digit: nil, generator: &generator, into: values, scale: scale, offset: offset)
    return digit
  }

  /// Writes `item` as another hand might have drawn it, as 784 numbers ink × `scale` + `offset`.
  public func draw(
    _ item: InkSet.Item, _ preprocessor: Preprocessor, generator: inout SeededGenerator,
    into values: UnsafeMutablePointer<Float>, scale: Float, offset: Float
  ) {
    preprocessor.path.clear()
    InkSource.follow(item, in: &preprocessor.path, at: 0)
    augmenter.draw(
      preprocessor, digit: item.digit, generator: &generator, into: values, scale: scale, offset: offset)
  }

  /// Writes a mark that is no digit as 784 numbers ink × `scale` + `offset`.
  public func other(
    _ preprocessor: Preprocessor, generator: inout SeededGenerator, into values: UnsafeMutablePointer<Float>,
    scale: Float, offset: Float
  ) {
    preprocessor.path.clear()
    let chance = generator.nextUniform()
    if chance < InkSource.pairs {
      addPair(to: &preprocessor.path, &generator)
    } else if chance < InkSource.pairs + InkSource.lines {
      InkSource.addLine(to: &preprocessor.path, &generator)
    } else if let otherChoice, chance > InkSource.pairs + InkSource.lines + InkSource.scribbles {
      InkSource.follow(others[otherChoice.next(using: &generator)], in: &preprocessor.path, at: 0)
    } else {
      InkSource.addScribble(to: &preprocessor.path, &generator)
    }
    augmenter.draw(preprocessor, digit: nil, generator: &generator, into: values, scale: scale, offset: offset)
  }

  /// Adds a drawing as large as a digit of the picture, around a place.
  private static func follow(_ item: InkSet.Item, in path: inout InkPath, at place: Double) {
    let box = InkBounds(of: item.strokes)
    let longest = max(box.size.x, box.size.y, 1e-150)
    let scale = Double(Float(Framing.digitSide) - Preprocessor.penWidth) / longest
    path.follow(item.strokes, from: box.center - SIMD2(place / scale, 0), scale: scale)
  }

  /// Two digits side by side, which are no digit.
  private func addPair(to path: inout InkPath, _ generator: inout SeededGenerator) {
    let pair = (digits[digitChoice.next(using: &generator)], digits[digitChoice.next(using: &generator)])
    let gap = generator.nextUniform(in: 1...6)
    InkSource.follow(pair.0, in: &path, at: 0)
    let left = Float(path.box.size.x)
    let count = path.points.count
    InkSource.follow(pair.1, in: &path, at: 0)
    var right = InkBounds()
    for point in path.points[count...] { right.include(SIMD2(point)) }
    let way = SIMD2((left + Float(right.size.x)) / 2 + gap, 0)
    for index in count..<path.points.count { path.points[index] += way }
  }

  /// A level line or a dot: an upright one is a 1.
  private static func addLine(to path: inout InkPath, _ generator: inout SeededGenerator) {
    let reach = generator.nextUniform() < 0.3 ? 0 : generator.nextUniform(in: 4...9)
    let end = SIMD2(reach, reach * generator.nextUniform(in: -0.4...0.4))
    path.addLine(from: -end, to: end)
  }

  /// A pen that wanders about.
  private static func addScribble(to path: inout InkPath, _ generator: inout SeededGenerator) {
    var (place, way) = (SIMD2<Float>.zero, SIMD2<Float>(1, 0))
    for _ in 0..<Int(generator.nextUniform(in: 6...40)) {
      way = way * 0.6 + SIMD2(generator.nextUniform(in: -1...1), generator.nextUniform(in: -1...1)) * 4 - place * 0.08
      path.addLine(from: place, to: place + way)
      place += way
    }
    path.joinStrokes()
  }
}
