import JSONText

/// Reads a drawing and knows at any time which part of it is next, for the sake of errors.
struct DrawingParser {
  /// The member being read.
  private var member = ""
  /// The stroke and the point being read.
  private var stroke: Int?
  private var point: Int?

  /// Reads all of `bytes`.
  mutating func drawing(_ bytes: [UInt8]) throws(DrawingLineError) -> Drawing {
    var reader = JSONReader(bytes)
    do throws(JSONError) {
      var drawing = Drawing()
      var hasStrokes = false
      try reader.object { (reader, key) throws(JSONError) in
        member = key
        hasStrokes = hasStrokes || key == "strokes"
        try read(&reader, key, into: &drawing)
        member = ""
      }
      try reader.end()
      guard hasStrokes else { throw reader.failure("a member 'strokes'") }
      return drawing
    } catch {
      throw DrawingLineError(field: field, offset: error.offset, reason: error.description)
    }
  }

  private var field: String {
    let place = [stroke, point].compactMap { $0.map { "[\($0)]" } }.joined()
    return Excerpt.of(member) + place
  }

  private mutating func read(
    _ reader: inout JSONReader, _ key: String, into drawing: inout Drawing
  ) throws(JSONError) {
    switch key {
    case "strokes": drawing.strokes = try strokes(&reader)
    case "label": drawing.label = reader.null() ? nil : try reader.string()
    case "writer": drawing.writer = reader.null() ? nil : try reader.string()
    case "width": drawing.width = reader.null() ? nil : try Self.size(&reader)
    case "image": drawing.image = reader.null() ? nil : try image(&reader)
    default: drawing.otherMembers.append(DrawingMember(name: key, json: try reader.rawValue()))
    }
  }

  private mutating func strokes(_ reader: inout JSONReader) throws(JSONError) -> [Stroke] {
    var strokes: [Stroke] = []
    try reader.array { (reader) throws(JSONError) in
      stroke = strokes.count
      strokes.append(Stroke(points: try points(&reader)))
      stroke = nil
    }
    return strokes
  }

  private mutating func points(_ reader: inout JSONReader) throws(JSONError) -> [InkPoint] {
    var points: [InkPoint] = []
    try reader.array { (reader) throws(JSONError) in
      point = points.count
      points.append(try Self.point(&reader))
    }
    point = nil
    return points
  }

  private static func point(_ reader: inout JSONReader) throws(JSONError) -> InkPoint {
    var point = InkPoint(x: 0, y: 0)
    var count = 0
    try reader.array { (reader) throws(JSONError) in
      switch count {
      case 0: point.x = try reader.double()
      case 1: point.y = try reader.double()
      case 2: point.pressure = reader.null() ? nil : min(max(try reader.double(), 0), 1)
      case 3: point.milliseconds = reader.null() ? nil : try reader.double()
      default: throw reader.failure("at most four numbers in a point")
      }
      count += 1
    }
    guard count >= 2 else { throw reader.failure("x and y in a point") }
    return point
  }

  private mutating func image(_ reader: inout JSONReader) throws(JSONError) -> PlacedImage {
    var png: [UInt8]?
    var box: PlacedImage.Box?
    var others: [DrawingMember] = []
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "png": png = try Self.bytes(&reader)
      case "box": box = try Self.box(&reader)
      default: others.append(DrawingMember(name: key, json: try reader.rawValue()))
      }
    }
    guard let png, let box else { throw reader.failure("'png' and 'box' in an image") }
    var image = PlacedImage(png: png, box: box)
    image.otherMembers = others
    return image
  }

  private static func bytes(_ reader: inout JSONReader) throws(JSONError) -> [UInt8] {
    guard let bytes = Base64.bytes(of: try reader.string()) else { throw reader.failure("base64 before it") }
    return bytes
  }

  private static func box(_ reader: inout JSONReader) throws(JSONError) -> PlacedImage.Box {
    var box: [Double] = []
    try reader.array { (reader) throws(JSONError) in
      guard box.count < 4 else { throw reader.failure("four numbers in a box") }
      box.append(box.count < 2 ? try reader.double() : try size(&reader))
    }
    guard box.count == 4 else { throw reader.failure("four numbers in a box") }
    return PlacedImage.Box(x: box[0], y: box[1], width: box[2], height: box[3])
  }

  /// Reads a number above 0.
  private static func size(_ reader: inout JSONReader) throws(JSONError) -> Double {
    let size = try reader.double()
    guard size > 0 else { throw reader.failure("a number above 0 before it") }
    return size
  }
}
