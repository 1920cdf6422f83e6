import JSONText

/// The header of a safetensors file: what lies where, and what the file says about itself.
struct SafetensorsHeader {
  /// One tensor as the header describes it; nothing in it is checked yet.
  struct Entry {
    var type = ""
    var shape: [Int] = []
    /// The first byte and the one behind the last, counted from the end of the header.
    var begin = 0
    var end = 0
  }

  /// No header may be longer than this many bytes.
  static let longest = 1 << 20

  private(set) var entries: [String: Entry] = [:]
  private(set) var metadata: [String: String] = [:]

  /// Reads the JSON of a header.
  init(json: [UInt8]) throws(JSONError) {
    var entries: [String: Entry] = [:]
    var metadata: [String: String] = [:]
    var reader = JSONReader(json)
    try reader.object { (reader, name) throws(JSONError) in
      if name == "__metadata__" {
        try reader.object { (reader, key) throws(JSONError) in metadata[key] = try reader.string() }
      } else {
        entries[name] = try Entry(&reader)
      }
    }
    try reader.end()
    self.entries = entries
    self.metadata = metadata
  }

  /// Checks that the tensors fill `size` bytes without gaps and overlaps; the name of the first that does not, and why.
  func misplacedTensor(dataSize size: Int) -> (name: String, reason: String)? {
    var position = 0
    for (name, entry) in entries.sorted(by: { ($0.value.begin, $0.value.end) < ($1.value.begin, $1.value.end) }) {
      if entry.begin < position { return (name, "overlaps the tensor before it") }
      if entry.begin > position { return (name, "leaves a gap of \(entry.begin - position) bytes before it") }
      if entry.end < entry.begin { return (name, "ends before it begins") }
      if entry.end > size { return (name, "ends at byte \(entry.end) of \(size)") }
      position = entry.end
    }
    return position == size ? nil : ("", "leaves \(size - position) bytes behind the last tensor")
  }
}

extension SafetensorsHeader.Entry {
  /// Reads `{"dtype":"F32","shape":[…],"data_offsets":[begin,end]}`.
  init(_ reader: inout JSONReader) throws(JSONError) {
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "dtype": type = try reader.string()
      case "shape": shape = try Self.numbers(&reader)
      case "data_offsets": offsets = try Self.numbers(&reader)
      default: throw reader.failure("dtype, shape or data_offsets")
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else {
      throw reader.failure("dtype, shape and two data_offsets before it")
    }
    self.init(type: type, shape: shape, begin: offsets[0], end: offsets[1])
  }

  private static func numbers(_ reader: inout JSONReader) throws(JSONError) -> [Int] {
    var numbers: [Int] = []
    try reader.array { (reader) throws(JSONError) in numbers.append(try reader.count()) }
    return numbers
  }
}
