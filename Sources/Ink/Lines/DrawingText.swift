import JSONText

/// The parts of a drawing as JSON.
enum DrawingText {
  /// `strokes` as lists of lists of numbers.
  static func strokes(_ strokes: [Stroke]) -> String {
    var text = "["
    for (index, stroke) in strokes.enumerated() {
      text += index == 0 ? "[" : ",["
      for (index, point) in stroke.points.enumerated() {
        if index > 0 { text += "," }
        append(point, to: &text)
      }
      text += "]"
    }
    return text + "]"
  }

  /// `image` with its bytes in base64.
  static func image(_ image: PlacedImage) -> String {
    let box = [image.box.x, image.box.y, image.box.width, image.box.height]
      .map(JSONWriter.number).joined(separator: ",")
    let members = [("png", JSONWriter.string(Base64.text(of: image.png))), ("box", "[\(box)]")]
    return JSONWriter.object(members + image.otherMembers.map { ($0.name, $0.json) })
  }

  private static func append(_ point: InkPoint, to text: inout String) {
    text += "["
    text += JSONWriter.number(point.x)
    text += ","
    text += JSONWriter.number(point.y)
    if point.pressure != nil || point.milliseconds != nil {
      text += ","
      text += point.pressure.map(JSONWriter.number) ?? "null"
    }
    if let milliseconds = point.milliseconds {
      text += ","
      text += JSONWriter.number(milliseconds)
    }
    text += "]"
  }
}
