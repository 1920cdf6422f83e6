import JSONText

/// The metadata of a model as the strings that a safetensors header holds.
struct MetadataText {
  private let values: [String: String]
  private let path: String

  /// Takes the strings of the header of the file at `path`.
  init(values: [String: String], path: String) {
    self.values = values
    self.path = path
  }

  /// The strings for `spec` and `metadata`, in the order in which they are written.
  static func members(spec: ModelSpec, metadata: ModelMetadata) -> [(key: String, value: String)] {
    let thresholds = metadata.thresholds.sorted { $0.key < $1.key }.map { (key: $0.key, value: "\($0.value)") }
    return [
      ("spec", spec.text), ("name", metadata.name), ("preprocessing", "\(metadata.preprocessing)"),
      ("labels", JSONWriter.array(metadata.labels)), ("inputMean", "\(metadata.inputMean)"),
      ("inputDeviation", "\(metadata.inputDeviation)"), ("temperature", "\(metadata.temperature)"),
      ("thresholds", JSONWriter.object(thresholds)),
    ]
  }

  /// The network.
  func spec() throws(ModelFileError) -> ModelSpec {
    let text = try required("spec")
    do {
      return try ModelSpec(text: text)
    } catch {
      throw fault("spec", "does not describe a network (\(error))")
    }
  }

  /// Everything else; what has a default may be missing.
  func metadata(for spec: ModelSpec) throws(ModelFileError) -> ModelMetadata {
    ModelMetadata(
      name: values["name"] ?? "", preprocessing: try preprocessing(), labels: try labels(spec),
      inputMean: try number("inputMean"), inputDeviation: try positive("inputDeviation"),
      temperature: values["temperature"] == nil ? 1 : try positive("temperature"), thresholds: try thresholds())
  }

  private func preprocessing() throws(ModelFileError) -> Int {
    guard let version = Int(try required("preprocessing")), version >= 1 else {
      throw fault("preprocessing", "must be a version such as 1")
    }
    guard version <= ModelMetadata.currentPreprocessing else {
      throw .newerPreprocessing(path: path, version: version, known: ModelMetadata.currentPreprocessing)
    }
    return version
  }

  private func labels(_ spec: ModelSpec) throws(ModelFileError) -> [String] {
    var labels: [String] = []
    try json("labels", try required("labels"), #"must be a list such as ["0","1"]"#) { (reader) throws(JSONError) in
      try reader.array { (reader) throws(JSONError) in labels.append(try reader.string()) }
    }
    guard spec.output == .vector(labels.count) else {
      throw fault("labels", "has \(labels.count) names, but the network gives \(spec.output) values")
    }
    return labels
  }

  private func thresholds() throws(ModelFileError) -> [String: Float] {
    var thresholds: [String: Float] = [:]
    try json("thresholds", values["thresholds"] ?? "{}", #"must be an object such as {"unsure":0.5}"#) {
      (reader) throws(JSONError) in
      try reader.object { (reader, key) throws(JSONError) in thresholds[key] = try reader.float() }
    }
    return thresholds
  }

  private func json(
    _ key: String, _ text: String, _ form: String, _ read: (inout JSONReader) throws(JSONError) -> Void
  ) throws(ModelFileError) {
    var reader = JSONReader(Array(text.utf8))
    do {
      try read(&reader)
      try reader.end()
    } catch {
      throw fault(key, "\(form) (\(error))")
    }
  }

  private func number(_ key: String) throws(ModelFileError) -> Float {
    guard let number = Float(try required(key)), number.isFinite else { throw fault(key, "must be a number") }
    return number
  }

  private func positive(_ key: String) throws(ModelFileError) -> Float {
    let number = try number(key)
    guard number >= 1e-6 else { throw fault(key, "must be above 0") }
    return number
  }

  private func required(_ key: String) throws(ModelFileError) -> String {
    guard let value = values[key] else { throw fault(key, "is missing") }
    return value
  }

  private func fault(_ key: String, _ reason: String) -> ModelFileError {
    .badMetadata(path: path, key: key, reason: reason)
  }
}
