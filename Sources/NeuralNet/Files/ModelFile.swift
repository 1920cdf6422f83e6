import JSONText

extension Model {
  /// Reads a safetensors file that `save` or another program wrote; everything is checked before memory is taken.
  public static func load(path: String) throws(ModelFileError) -> Model {
    try SafetensorsReader(path: path).model()
  }

  /// Replaces the file at `path` by this model, whole or not at all.
  public func save(path: String, format: WeightFormat = .f32) throws(ModelFileError) {
    let bytes = try safetensors(path: path, format: format)
    do {
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw .file(error)
    }
  }

  /// The file as bytes: length of the header, header in JSON padded to eight bytes, weights in layer order.
  private func safetensors(path: String, format: WeightFormat) throws(ModelFileError) -> [UInt8] {
    var header = Array(headerText(format).utf8)
    header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + spec.storedCount * format.width)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += header
    for (parameter, tensor) in zip(spec.parameters, tensors) {
      guard format.holds(tensor.values) else { throw .unusableWeights(path: path, tensor: parameter.name) }
      format.encode(tensor.values, into: &bytes)
    }
    return bytes
  }

  private func headerText(_ format: WeightFormat) -> String {
    let about = MetadataText.members(spec: spec, metadata: metadata).map { ($0.key, JSONWriter.string($0.value)) }
    var members = [("__metadata__", JSONWriter.object(about))]
    var offset = 0
    for parameter in spec.parameters {
      let end = offset + parameter.count * format.width
      let fields = [
        ("dtype", JSONWriter.string(format.rawValue)), ("shape", "\(parameter.shape)"),
        ("data_offsets", "[\(offset),\(end)]"),
      ]
      members.append((parameter.name, JSONWriter.object(fields)))
      offset = end
    }
    return JSONWriter.object(members)
  }
}
