public import Graphics

/// How an element is drawn; two equal looks draw the same.
public protocol Look: Equatable {
  /// Draws inside `frame`, in units.
  func draw(on context: Context, in frame: Rect, as state: ElementState)
  /// What it says, for the text dump of a scene and for people who do not see it.
  var text: String { get }
}

extension Look {
  public var text: String { "" }

  func isEqual(to other: any Look) -> Bool { (other as? Self) == self }
}
