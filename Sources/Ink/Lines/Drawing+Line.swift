import JSONText

extension Drawing {
  /// Reads one line of a drawing file, with or without its line end.
  ///
  /// Coordinates and times are finite numbers; a pressure outside 0…1 becomes the nearer of the two, because devices
  /// round and no answer depends on it. Pressure and time may be `null` where only the other is known. A key that stands
  /// twice is an error; a key that has no meaning here is kept.
  public init(line: String) throws(DrawingLineError) { try self.init(line: Array(line.utf8)) }

  /// Reads one line of a drawing file from its UTF-8 bytes.
  public init(line bytes: [UInt8]) throws(DrawingLineError) {
    var parser = DrawingParser()
    self = try parser.drawing(bytes)
  }

  /// The drawing as one line of a drawing file, without a line end.
  ///
  /// Every number has the shortest form that reads back as the same value. Numbers that are not finite have no form: they
  /// are the caller's mistake.
  public var line: String {
    var members: [(key: String, value: String)] = []
    if let label { members.append(("label", JSONWriter.string(label))) }
    if let writer { members.append(("writer", JSONWriter.string(writer))) }
    if let width { members.append(("width", JSONWriter.number(width))) }
    members.append(("strokes", DrawingText.strokes(strokes)))
    if let image { members.append(("image", DrawingText.image(image))) }
    members += otherMembers.map { ($0.name, $0.json) }
    return JSONWriter.object(members)
  }
}
