import Ink

extension Drawing {
  /// The same drawing without numbers that a line of a drawing file has no form for; usually the drawing itself.
  var writable: Drawing {
    var drawing = self
    if let width, !(width.isFinite && width > 0) { drawing.width = nil }
    if let box = image?.box, !box.isWritable { drawing.image = nil }
    guard !strokes.allSatisfy({ $0.points.allSatisfy(\.isWritable) }) else { return drawing }
    drawing.strokes = strokes.map { Stroke(points: $0.points.compactMap(\.writable)) }
    return drawing
  }
}

extension InkPoint {
  fileprivate var isWritable: Bool {
    x.isFinite && y.isFinite && pressure?.isFinite != false && milliseconds?.isFinite != false
  }

  /// The point with what can be written of it; nil where it has no place.
  fileprivate var writable: InkPoint? {
    guard x.isFinite, y.isFinite else { return nil }
    return InkPoint(
      x: x, y: y, pressure: pressure.flatMap { $0.isFinite ? $0 : nil },
      milliseconds: milliseconds.flatMap { $0.isFinite ? $0 : nil })
  }
}

extension PlacedImage.Box {
  fileprivate var isWritable: Bool {
    x.isFinite && y.isFinite && width.isFinite && height.isFinite && width > 0 && height > 0
  }
}
