/// How much pictures are changed at random while training; every value is the largest change.
public struct Augmentation: Hashable, Sendable, Codable {
  /// Degrees to either side.
  public var rotation: Float = 12
  /// Pixels to the side for each pixel up, to either side.
  public var shear: Float = 0.2
  /// The range of sizes, drawn for width and height apart.
  public var scale: ClosedRange<Float> = 0.88...1.12
  /// Pixels to each side.
  public var shift: Float = 2
  /// The share of pictures that are bent.
  public var elasticShare: Float = 0.5
  /// The range of pixels by which the farthest point of a bent picture moves.
  public var elasticReach: ClosedRange<Float> = 1.5...2
  /// Pixels that a stroke loses on each side, from 0 to 1.
  public var thinning: Float = 0.35
  /// Pixels that a stroke gains on each side, from 0 to 1.
  public var thickening: Float = 0.5
  /// The share of pictures that are left as they are.
  public var untouched: Float = 0.1

  /// The usual changes: small enough that no digit becomes another one.
  public init() {}

  /// Reads an object in which any value may be missing; ranges are lists of two numbers.
  public init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: CodingKeys.self)
    rotation = try values.decodeIfPresent(Float.self, forKey: .rotation) ?? rotation
    shear = try values.decodeIfPresent(Float.self, forKey: .shear) ?? shear
    scale = try values.decodeIfPresent(ClosedRange<Float>.self, forKey: .scale) ?? scale
    shift = try values.decodeIfPresent(Float.self, forKey: .shift) ?? shift
    elasticShare = try values.decodeIfPresent(Float.self, forKey: .elasticShare) ?? elasticShare
    elasticReach = try values.decodeIfPresent(ClosedRange<Float>.self, forKey: .elasticReach) ?? elasticReach
    thinning = try values.decodeIfPresent(Float.self, forKey: .thinning) ?? thinning
    thickening = try values.decodeIfPresent(Float.self, forKey: .thickening) ?? thickening
    untouched = try values.decodeIfPresent(Float.self, forKey: .untouched) ?? untouched
  }

  /// No change at all.
  public static var none: Augmentation {
    var none = Augmentation()
    none.untouched = 1
    return none
  }

  /// The same with every value within what the arithmetic of the warp can hold.
  var limited: Augmentation {
    var limited = self
    limited.rotation = Augmentation.limit(rotation, to: 45)
    limited.shear = Augmentation.limit(shear, to: 0.5)
    limited.scale = scale.clamped(to: 0.7...1.4)
    limited.shift = Augmentation.limit(shift, to: 4)
    limited.elasticReach = elasticReach.clamped(to: 0...4)
    limited.thinning = Augmentation.limit(thinning, to: 1)
    limited.thickening = Augmentation.limit(thickening, to: 1)
    return limited
  }

  /// `value` within 0…`largest`; 0 when it is not a number.
  private static func limit(_ value: Float, to largest: Float) -> Float { value >= 0 ? min(value, largest) : 0 }
}
