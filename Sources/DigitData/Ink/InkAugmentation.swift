/// How much drawings are changed at random while training; every value is the largest change unless it says otherwise.
///
/// Lengths are pixels of the 28×28 picture.
public struct InkAugmentation: Hashable, Sendable, Codable {
  /// The pen's width in the middle of its range.
  public var penMedian: Float = 2.7
  /// The deviation of the width's logarithm.
  public var penSpread: Float = 0.33
  /// Degrees to either side.
  public var rotation: Float = 12
  /// Pixels to the side for each pixel up, to either side.
  public var shear: Float = 0.25
  /// The logarithm of height to width, to either side.
  public var stretch: Float = 0.2
  /// How far smooth waves move the ink.
  public var bend: Float = 0.9
  /// How far an unsteady hand strays at each point.
  public var tremble: Float = 0.12
  /// The share of strokes' ends that are drawn too far or not far enough.
  public var loosenedEnds: Float = 0.3
  /// By how much an end is drawn too far.
  public var overdrawn: Float = 2.5
  /// The share of digits that get another form where theirs has one: crossed 7, flagged 1, slashed 0.
  public var variants: Float = 0.1
  /// The share of digits that are drawn with straight lines and square corners instead.
  public var angular: Float = 0.06
  /// The range of sizes.
  public var scale: ClosedRange<Float> = 0.93...1.04
  /// The share of pictures that are a pixel off the middle, in each direction.
  public var misplaced: Float = 0.25
  /// The share of pictures whose edges are blurred or hard, as those of photographs are.
  public var unsharp: Float = 0.3

  /// The usual changes.
  public init() {}

  /// Reads an object in which any value may be missing; ranges are lists of two numbers.
  public init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) throws {
      if let found = try values.decodeIfPresent(Value.self, forKey: key) { value = found }
    }
    try read(.penMedian, &penMedian)
    try read(.penSpread, &penSpread)
    try read(.rotation, &rotation)
    try read(.shear, &shear)
    try read(.stretch, &stretch)
    try read(.bend, &bend)
    try read(.tremble, &tremble)
    try read(.loosenedEnds, &loosenedEnds)
    try read(.overdrawn, &overdrawn)
    try read(.variants, &variants)
    try read(.angular, &angular)
    try read(.scale, &scale)
    try read(.misplaced, &misplaced)
    try read(.unsharp, &unsharp)
  }
}
