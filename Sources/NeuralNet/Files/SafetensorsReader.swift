/// Reads a model file; every size is checked before memory is taken for it.
struct SafetensorsReader {
  private let path: String
  private let file: InputFile
  private let header: SafetensorsHeader
  /// Where the weights begin.
  private let start: Int

  /// Opens the file and reads its header.
  init(path: String) throws(ModelFileError) {
    self.path = path
    do {
      file = try InputFile(path: path)
    } catch {
      throw .file(error)
    }
    let length = try SafetensorsReader.headerLength(of: file, path: path)
    header = try SafetensorsReader.header(of: file, length: length, path: path)
    start = 8 + length
  }

  /// The model that the file holds.
  func model() throws(ModelFileError) -> Model {
    let metadata = MetadataText(values: header.metadata, path: path)
    let spec = try metadata.spec()
    let result = try metadata.metadata(for: spec)
    try checkLayout(spec)
    var tensors: [Tensor] = []
    for parameter in spec.parameters { tensors.append(try tensor(parameter)) }
    return Model(spec: spec, metadata: result, tensors: tensors)
  }

  private static func headerLength(of file: InputFile, path: String) throws(ModelFileError) -> Int {
    guard file.size >= 8 else { throw .damaged(path: path, reason: "it has only \(file.size) bytes") }
    let bytes: [UInt8]
    do {
      bytes = try file.bytes(8, at: 0)
    } catch {
      throw .file(error)
    }
    let length = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= SafetensorsHeader.longest else {
      throw .damaged(
        path: path, reason: "its header claims \(length) bytes, more than \(SafetensorsHeader.longest)")
    }
    guard Int(length) <= file.size - 8 else {
      throw .damaged(path: path, reason: "its header of \(length) bytes is longer than the file")
    }
    return Int(length)
  }

  private static func header(
    of file: InputFile, length: Int, path: String
  ) throws(ModelFileError) -> SafetensorsHeader {
    let json: [UInt8]
    do {
      json = try file.bytes(length, at: 8)
    } catch {
      throw .file(error)
    }
    do {
      return try SafetensorsHeader(json: json)
    } catch {
      throw .damaged(path: path, reason: "its header cannot be read, \(error)")
    }
  }

  /// Checks names, types, shapes and places of all tensors.
  private func checkLayout(_ spec: ModelSpec) throws(ModelFileError) {
    let known = Set(spec.parameters.map(\.name))
    if let name = header.entries.keys.filter({ !known.contains($0) }).min() {
      throw .badTensor(path: path, tensor: name, reason: "is not part of the network")
    }
    for parameter in spec.parameters { try check(parameter) }
    let size = file.size - start
    if let (name, reason) = header.misplacedTensor(dataSize: size) {
      guard name.isEmpty else { throw .badTensor(path: path, tensor: name, reason: reason) }
      throw .damaged(path: path, reason: "it \(reason)")
    }
  }

  private func check(_ parameter: ParameterSpec) throws(ModelFileError) {
    guard let entry = header.entries[parameter.name] else { throw fault(parameter, "is missing") }
    guard let format = WeightFormat(rawValue: entry.type) else {
      throw fault(parameter, "has type '\(SpecError.excerpt(entry.type))' instead of F32, F16 or BF16")
    }
    guard entry.shape == parameter.shape else {
      throw fault(parameter, "has shape \(SpecError.excerpt("\(entry.shape)")) instead of \(parameter.shape)")
    }
    // A difference of two numbers that are not negative cannot overflow.
    guard entry.end - entry.begin == parameter.count * format.width else {
      throw fault(parameter, "has \(entry.end - entry.begin) bytes instead of \(parameter.count * format.width)")
    }
  }

  private func tensor(_ parameter: ParameterSpec) throws(ModelFileError) -> Tensor {
    guard let entry = header.entries[parameter.name], let format = WeightFormat(rawValue: entry.type) else {
      throw fault(parameter, "is missing")
    }
    let values: [Float]
    do {
      values = try self.values(format, count: parameter.count, at: start + entry.begin)
    } catch {
      throw .file(error)
    }
    guard values.areFinite else { throw fault(parameter, "holds values that are infinite or not a number") }
    return Tensor(shape: parameter.shape, values: values)
  }

  private func values(_ format: WeightFormat, count: Int, at offset: Int) throws(FileError) -> [Float] {
    guard format == .f32 else {
      var bits = [UInt16](repeating: 0, count: count)
      try bits.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
        try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      }
      return bits.map { format.decode(UInt16(littleEndian: $0)) }
    }
    var values = [Float](repeating: 0, count: count)
    try values.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
      try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
    }
    return values
  }

  private func fault(_ parameter: ParameterSpec, _ reason: String) -> ModelFileError {
    .badTensor(path: path, tensor: parameter.name, reason: reason)
  }
}

extension [Float] {
  /// Whether none is infinite or not a number.
  var areFinite: Bool {
    // Without an early exit, so that the compiler can look at many at once.
    reduce(UInt32(0)) { $0 | ($1.bitPattern & 0x7F80_0000 == 0x7F80_0000 ? 1 : 0) } == 0
  }
}
