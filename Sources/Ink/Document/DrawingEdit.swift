/// A change of a drawing; making it gives the change that takes it back.
enum DrawingEdit: Sendable {
  /// Strokes come; their places count in the result and rise.
  case insert([PlacedStroke])
  /// The strokes at these places, which rise, go.
  case remove([Int])
  case replace(DrawingContents)
  case image(PlacedImage?)
  /// The picture goes to another place.
  case box(PlacedImage.Box)
  case label(String?)
  case width(Double?)

  /// Makes the change and gives its opposite.
  func make(in contents: inout DrawingContents) -> DrawingEdit {
    // No copy of the contents may be alive here: it would make every change of the strokes copy them all.
    switch self {
    case .insert(let placed):
      contents.insert(placed)
      return .remove(placed.map(\.index))
    case .remove(let indices): return .insert(contents.remove(indices))
    case .replace(let new): return .replace(DrawingEdit.exchange(&contents, new))
    case .image(let image): return .image(DrawingEdit.exchange(&contents.drawing.image, image))
    case .box(let box):
      guard let old = contents.drawing.image?.box else { return self }
      contents.drawing.image?.box = box
      return .box(old)
    case .label(let label): return .label(DrawingEdit.exchange(&contents.drawing.label, label))
    case .width(let width): return .width(DrawingEdit.exchange(&contents.drawing.width, width))
    }
  }

  /// Whether it only moves the picture.
  var isBox: Bool {
    if case .box = self { true } else { false }
  }

  private static func exchange<Value>(_ place: inout Value, _ new: Value) -> Value {
    let old = place
    place = new
    return old
  }

  /// About how many bytes it keeps alive.
  var size: Int {
    switch self {
    case .insert(let placed): placed.reduce(0) { $0 + DrawingEdit.size(strokes: 1, points: $1.stroke.points.count) }
    case .remove(let indices): indices.count * MemoryLayout<Int>.stride
    case .replace(let contents):
      DrawingEdit.size(strokes: contents.drawing.strokes.count, points: contents.pointCount)
        + (contents.drawing.image?.png.count ?? 0)
    case .image(let image): image?.png.count ?? 0
    case .box, .width: 0
    case .label(let label): label?.utf8.count ?? 0
    }
  }

  private static func size(strokes: Int, points: Int) -> Int {
    strokes * 64 + points * MemoryLayout<InkPoint>.stride
  }
}
