import Graphics
import JSONText

/// One member of the settings file.
struct SettingsMember: Equatable, Sendable {
  let name: String
  /// The value, JSON in one line.
  let json: String
}

extension SettingsMember {
  init(_ name: String, word: String) { self.init(name: name, json: JSONWriter.string(word)) }

  init(_ name: String, number: Double) { self.init(name: name, json: JSONWriter.number(number.isFinite ? number : 0)) }

  private var reader: JSONReader { JSONReader(Array(json.utf8)) }

  /// The value as text; nil where it is none.
  var word: String? {
    var reader = reader
    return try? reader.string()
  }

  /// The value as a number of a range; nil where it is none.
  func number(in range: ClosedRange<Double>) -> Double? {
    var reader = reader
    return (try? reader.double()).flatMap { range.contains($0) ? $0 : nil }
  }

  /// The value as yes or no; nil where it is neither.
  var flag: Bool? { json == "true" ? true : json == "false" ? false : nil }

  /// The value as a width and a height that a window may have; nil where it is not.
  var size: PixelSize? {
    var (reader, lengths): (JSONReader, [Int]) = (reader, [])
    try? reader.array { (reader) throws(JSONError) in lengths.append(try reader.count()) }
    guard lengths.count == 2, lengths.allSatisfy((1...32_767).contains) else { return nil }
    return PixelSize(width: lengths[0], height: lengths[1])
  }

  /// Sets `place` where there is a value, and says whether there is.
  static func set<Value>(_ place: inout Value, _ value: Value?) -> Bool {
    if let value { place = value }
    return value != nil
  }

  /// Sets `place` where there is a value, and says whether there is.
  static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
    if let value { place = value }
    return value != nil
  }
}
