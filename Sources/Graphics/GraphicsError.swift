/// What can go wrong between a drawing and its bytes.
public enum GraphicsError: Error, Equatable, CustomStringConvertible {
  /// The drawing library refused; `status` is its own sentence.
  case drawing(operation: String, status: String)
  /// A surface or a picture must be 1…32,767 pixels wide and high.
  case badSize(width: Int, height: Int)
  /// More than `PNG.maximumPixels`.
  case tooLarge(width: Int, height: Int)
  case notPNG
  case damagedPNG(reason: String)

  /// One line for a person.
  public var description: String {
    switch self {
    case .drawing(let operation, let status): "Could not draw: \(operation): \(status)"
    case .badSize(let width, let height): "\(width)×\(height) pixels is not a size that can be drawn"
    case .tooLarge(let width, let height): "\(width)×\(height) pixels is more than 64 megapixels"
    case .notPNG: "not a PNG"
    case .damagedPNG(let reason): "the PNG is damaged: \(reason)"
    }
  }
}
