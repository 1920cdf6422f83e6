import Glibc
import NeuralNet
import Testing

/// A directory that lives as long as the value.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/inkling-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    for name in entries { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names in the directory, sorted.
  var entries: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}

/// Reads a whole file.
func contents(of path: String) throws -> [UInt8] {
  let file = try #require(fopen(path, "rb"))
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 22)
  bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
  return bytes
}

@Suite struct SafetensorsTests {
  static func model(_ text: String = "conv 3 3, bn, relu, pool 4, flatten, dense 10", seed: UInt64 = 1) throws -> Model
  {
    var metadata = ModelMetadata(name: "a \"name\"\n\u{1F58B}")
    metadata.temperature = 1.25
    metadata.thresholds = ["unsure": 0.5, "energy": -1.5e-7]
    return Model(initializing: try ModelSpec(text: text), metadata: metadata, seed: seed)
  }

  @Test(arguments: Preset.allCases.map(\.text) + ["input 3 8 9, conv 2 3, flatten, dense 10"])
  func roundTrip(text: String) throws {
    let directory = try TemporaryDirectory()
    let model = try Self.model(text)
    try model.save(path: "\(directory.path)/m")
    #expect(try Model.load(path: "\(directory.path)/m") == model)
    #expect(directory.entries == ["m"])
  }

  @Test(arguments: [(WeightFormat.f16, Float(0x1p-11)), (.bf16, 0x1p-8)])
  func halfFormatsRound(format: WeightFormat, precision: Float) throws {
    let directory = try TemporaryDirectory()
    let model = try Self.model()
    try model.save(path: "\(directory.path)/m", format: format)
    let read = try Model.load(path: "\(directory.path)/m")
    for (tensor, original) in zip(read.tensors, model.tensors) {
      #expect(zip(tensor.values, original.values).allSatisfy { abs($0 - $1) <= abs($1) * precision })
    }
    // What was rounded once is stored exactly.
    try read.save(path: "\(directory.path)/n", format: format)
    #expect(try Model.load(path: "\(directory.path)/n") == read)
  }

  @Test func everyHalfNumberIsExact() throws {
    let directory = try TemporaryDirectory()
    let finite = (UInt16.min...UInt16.max).map(Float16.init(bitPattern:)).filter(\.isFinite).map { Float($0) }
    let spec = try ModelSpec(text: "input \(finite.count / 2), dense 2 nobias")
    let metadata = ModelMetadata(name: "", labels: ["a", "b"])
    let model = Model(
      spec: spec, metadata: metadata, tensors: [Tensor(shape: [2, finite.count / 2], values: finite)])
    try model.save(path: "\(directory.path)/m", format: .f16)
    let read = try Model.load(path: "\(directory.path)/m")
    #expect(read.tensors[0].values.map(\.bitPattern) == finite.map(\.bitPattern))
  }

  @Test(arguments: [(WeightFormat.f32, Float.nan), (.f32, .infinity), (.f16, 70000), (.bf16, .greatestFiniteMagnitude)])
  func unusableWeightsAreNotWritten(format: WeightFormat, value: Float) throws {
    let directory = try TemporaryDirectory()
    let spec = try ModelSpec(text: "input 1, dense 1")
    let tensors = [Tensor(shape: [1, 1], values: [1]), Tensor(shape: [1], values: [value])]
    let model = Model(spec: spec, metadata: ModelMetadata(name: "", labels: ["a"]), tensors: tensors)
    let path = "\(directory.path)/m"
    #expect(throws: ModelFileError.unusableWeights(path: path, tensor: "dense1.bias")) {
      try model.save(path: path, format: format)
    }
    #expect(directory.entries.isEmpty)
  }

  @Test func headerIsPaddedAndWeightsFollowInOrder() throws {
    let directory = try TemporaryDirectory()
    let model = try Self.model()
    try model.save(path: "\(directory.path)/m")
    let bytes = try contents(of: "\(directory.path)/m")
    let length = bytes[0..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length % 8 == 0)
    #expect(bytes.count == 8 + length + 4 * model.spec.storedCount)
    #expect(bytes[8] == UInt8(ascii: "{"))
    let first = bytes[(8 + length)..<(12 + length)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    #expect(Float(bitPattern: first) == model.tensors[0].values[0])
  }
}
