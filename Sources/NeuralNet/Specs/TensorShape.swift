/// The shape of one item between two layers, without the batch.
public enum TensorShape: Hashable, Sendable, CustomStringConvertible {
  /// A stack of feature maps.
  case picture(channels: Int, height: Int, width: Int)
  /// A flat list of values.
  case vector(Int)

  /// The number of values.
  public var count: Int {
    switch self {
    case .picture(let channels, let height, let width): channels * height * width
    case .vector(let count): count
    }
  }

  /// The number of channels of a picture or of values of a vector: what batch normalisation counts.
  public var channels: Int {
    switch self {
    case .picture(let channels, _, _): channels
    case .vector(let count): count
    }
  }

  public var description: String {
    switch self {
    case .picture(let channels, let height, let width): "\(height)×\(width)×\(channels)"
    case .vector(let count): "\(count)"
    }
  }
}
