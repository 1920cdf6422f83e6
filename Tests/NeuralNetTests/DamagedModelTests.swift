import NeuralNet
import Testing

/// A model file with one fault, and what is said about it behind the path.
struct DamagedFile: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let message: String

  /// The file of `header` with its length before it and `size` zero bytes behind it.
  init(_ header: String, size: Int = 24, _ message: String) {
    self.init(
      bytes: Self.length(UInt64(header.utf8.count)) + Array(header.utf8) + [UInt8](repeating: 0, count: size), message)
  }

  init(bytes: [UInt8], _ message: String) {
    self.bytes = bytes
    self.message = message
  }

  /// `value` as a file holds it.
  static func length(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

  var testDescription: String { String(message.prefix(60)) }
}

@Suite struct DamagedModelTests {
  static let about =
    #"{"spec":"input 2, dense 2","preprocessing":"1","labels":"[\"a\",\"b\"]","inputMean":"0","inputDeviation":"1"}"#
  static let weight = #""dense1.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}"#
  static let bias = #""dense1.bias":{"dtype":"F32","shape":[2],"data_offsets":[16,24]}"#
  static let again = "; copy the file again or train the model again"
  static let export = "; the weights do not belong to this network, export the model again"
  static let resave = "; save the model again with inkling-train"

  /// The sound file with one text replaced.
  static func header(_ old: String = "", _ new: String = "") -> String {
    let sound = "{\"__metadata__\":\(about),\(weight),\(bias)}"
    return old.isEmpty ? sound : sound.replacing(old, with: new, maxReplacements: 1)
  }

  static func damaged(_ reason: String) -> String { " is not a complete model file: \(reason)\(again)" }
  static func unreadable(_ reason: String) -> String { damaged("its header cannot be read, \(reason)") }
  static func tensor(_ name: String, _ reason: String) -> String { ": tensor '\(name)' \(reason)\(export)" }
  static func metadata(_ key: String, _ reason: String) -> String { ": metadata '\(key)' \(reason)\(resave)" }

  static let files: [DamagedFile] = [
    DamagedFile(bytes: [], damaged("it has only 0 bytes")),
    DamagedFile(bytes: [1, 2, 3, 4, 5, 6, 7], damaged("it has only 7 bytes")),
    DamagedFile(
      bytes: DamagedFile.length(.max), damaged("its header claims 18446744073709551615 bytes, more than 1048576")),
    DamagedFile(bytes: DamagedFile.length(1 << 20 + 1), damaged("its header claims 1048577 bytes, more than 1048576")),
    DamagedFile(bytes: DamagedFile.length(17), damaged("its header of 17 bytes is longer than the file")),
    DamagedFile("", unreadable("expected an object at byte 0")),
    DamagedFile("PK\u{3}\u{4}", unreadable("expected an object at byte 0")),
    DamagedFile("{", unreadable("expected a string at byte 1")),
    DamagedFile("{\"", unreadable("expected the end of a string at byte 2")),
    DamagedFile("{\"a", unreadable("expected the end of a string at byte 3")),
    DamagedFile("{\"a\\", unreadable("expected the end of a string at byte 4")),
    DamagedFile(#"{"\ud800x":0}"#, unreadable("expected the second half of a character at byte 8")),
    DamagedFile(#"{"\udc00":0}"#, unreadable("expected a character before it at byte 8")),
    DamagedFile(#"{"\u00g0":0}"#, unreadable(#"expected an escape such as \n or \u0041 at byte 3"#)),
    DamagedFile("{\"a\nb\":0}", unreadable("expected a string without control characters at byte 3")),
    DamagedFile(header() + "x", unreadable("expected the end at byte \(header().utf8.count)")),
    DamagedFile(String(repeating: "[", count: 1 << 20), unreadable("expected an object at byte 0")),
    DamagedFile(
      String(repeating: #"{"a":"#, count: 100_000),
      unreadable(
        "expected dtype, shape or data_offsets at byte 10")),
    DamagedFile(
      header("[2,2]", String(repeating: "[", count: 500_000)),
      unreadable("expected a whole number at byte \(offset("[2,2]") + 1)")),
    DamagedFile(header("[2,2]", "[2,-2]"), unreadable("expected a whole number at byte \(offset("[2,2]") + 3)")),
    DamagedFile(header("[2,2]", "[2,2e0]"), unreadable("expected a whole number at byte \(offset("[2,2]") + 3)")),
    DamagedFile(header("16]", "99999999999999999999]"), unreadable("expected a whole number at byte \(offset("16]"))")),
    DamagedFile(
      header("[0,16]", "[0,16,16]"),
      unreadable("expected dtype, shape and two data_offsets before it at byte \(offset("[0,16]") + 10)")),
    DamagedFile(header("dense1.bias", "dense1.weight"), unreadable("'dense1.weight' stands twice")),
    DamagedFile(header("inputDeviation", "inputMean"), unreadable("'inputMean' stands twice")),
    DamagedFile(
      header(#""preprocessing":"1""#, #""preprocessing":1"#),
      unreadable("expected a string at byte \(offset(#":"1""#) + 1)")),

    DamagedFile(header("dense1.bias", "dense1.b\\u001bias"), tensor("dense1.b?ias", "is not part of the network")),
    DamagedFile("{\"__metadata__\":\(about),\(weight)}", size: 16, tensor("dense1.bias", "is missing")),
    DamagedFile(header("F32", "F64"), tensor("dense1.weight", "has type 'F64' instead of F32, F16 or BF16")),
    DamagedFile(header("[2,2]", "[4]"), tensor("dense1.weight", "has shape [4] instead of [2, 2]")),
    DamagedFile(
      header("[2,2]", "[9223372036854775807,2]"),
      tensor("dense1.weight", "has shape [9223372036854775807, 2] instead of [2, 2]")),
    DamagedFile(header("[0,16]", "[16,0]"), tensor("dense1.weight", "has -16 bytes instead of 16")),
    DamagedFile(header("[0,16]", "[0,12]"), tensor("dense1.weight", "has 12 bytes instead of 16")),
    DamagedFile(
      header("[0,16]", "[9223372036854775800,9223372036854775807]"),
      tensor("dense1.weight", "has 7 bytes instead of 16")),
    DamagedFile(header("F32", "F16"), tensor("dense1.weight", "has 16 bytes instead of 8")),
    DamagedFile(header("[16,24]", "[8,16]"), size: 16, tensor("dense1.bias", "overlaps the tensor before it")),
    DamagedFile(header("[16,24]", "[20,28]"), size: 28, tensor("dense1.bias", "leaves a gap of 4 bytes before it")),
    DamagedFile(
      header("[16,24]", "[9223372036854775799,9223372036854775807]"),
      tensor("dense1.bias", "leaves a gap of 9223372036854775783 bytes before it")),
    DamagedFile(header(), size: 23, tensor("dense1.bias", "ends at byte 24 of 23")),
    DamagedFile(header(), size: 30, damaged("it leaves 6 bytes behind the last tensor")),
    DamagedFile(
      bytes: DamagedFile(header(), size: 20, "").bytes + [0, 0, 0xC0, 0x7F],
      tensor("dense1.bias", "holds values that are infinite or not a number")),
    DamagedFile(
      bytes: DamagedFile(header(), size: 0, "").bytes + [0, 0, 0x80, 0xFF] + [UInt8](repeating: 0, count: 20),
      tensor("dense1.weight", "holds values that are infinite or not a number")),
    DamagedFile(
      bytes: DamagedFile(
        header(#"F32","shape":[2,2],"data_offsets":[0,16]"#, #"F16","shape":[2,2],"data_offsets":[8,16]"#)
          .replacing("[16,24]", with: "[0,8]"), size: 14, ""
      ).bytes + [0, 0x7C],
      tensor("dense1.weight", "holds values that are infinite or not a number")),

    DamagedFile("{\(weight),\(bias)}", metadata("spec", "is missing")),
    DamagedFile(
      header("dense 2", "dens 2"),
      metadata(
        "spec",
        "does not describe a network (unknown layer 'dens'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, dropout, spatialdropout, flatten)"
      )),
    DamagedFile(header(#""preprocessing":"1","#, ""), metadata("preprocessing", "is missing")),
    DamagedFile(
      header(#""preprocessing":"1""#, #""preprocessing":"0""#), metadata("preprocessing", "must be a version such as 1")
    ),
    DamagedFile(
      header(#""preprocessing":"1""#, #""preprocessing":"7""#),
      " needs preprocessing version 7, this program knows 1; install a newer Inkling"),
    DamagedFile(
      header(#"[\"a\",\"b\"]"#, #"[\"a\"]"#), metadata("labels", "has 1 names, but the network gives 2 values")),
    DamagedFile(
      header(#"[\"a\",\"b\"]"#, #"[[[["#),
      metadata("labels", #"must be a list such as ["0","1"] (expected a string at byte 1)"#)),
    DamagedFile(header(#""inputMean":"0""#, #""inputMean":"nan""#), metadata("inputMean", "must be a number")),
    DamagedFile(
      header(#""inputDeviation":"1""#, #""inputDeviation":"0""#), metadata("inputDeviation", "must be above 0")),
    DamagedFile(
      header(#""inputMean":"0""#, #""inputMean":"0","temperature":"-1""#), metadata("temperature", "must be above 0")),
    DamagedFile(
      header(#""inputMean":"0""#, #""inputMean":"0","thresholds":"{\"a\":nan}""#),
      metadata("thresholds", #"must be an object such as {"unsure":0.5} (expected a number at byte 5)"#)),
  ]

  /// The first byte of `part` in the sound header.
  static func offset(_ part: String) -> Int {
    let sound = header()
    return sound.firstRange(of: part).map { sound.utf8.distance(from: sound.startIndex, to: $0.lowerBound) } ?? -1
  }

  @Test func theSoundFileLoads() throws {
    let directory = try TemporaryDirectory()
    try AtomicFile.write(DamagedFile(Self.header(), "").bytes, to: "\(directory.path)/m")
    let model = try Model.load(path: "\(directory.path)/m")
    #expect(model.spec.text == "input 2, dense 2")
    #expect(model.metadata == ModelMetadata(name: "", labels: ["a", "b"], inputMean: 0, inputDeviation: 1))
  }

  @Test(arguments: files)
  func refuses(file: DamagedFile) throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/m"
    try AtomicFile.write(file.bytes, to: path)
    let error = #expect(throws: ModelFileError.self) { try Model.load(path: path) }
    #expect(error?.description == path + file.message)
  }

  @Test func everyTruncationIsRefused() throws {
    let directory = try TemporaryDirectory()
    let bytes = DamagedFile(Self.header(), "").bytes
    for count in 0..<bytes.count {
      try AtomicFile.write(Array(bytes.prefix(count)), to: "\(directory.path)/m")
      #expect(throws: ModelFileError.self) { try Model.load(path: "\(directory.path)/m") }
    }
  }

  @Test func noByteOfTheHeaderMakesItCrash() throws {
    let directory = try TemporaryDirectory()
    let sound = DamagedFile(Self.header(), "").bytes
    var generator = SeededGenerator(seed: 1, stream: .sampling)
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0..<2 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      try AtomicFile.write(bytes, to: "\(directory.path)/m")
      _ = try? Model.load(path: "\(directory.path)/m")
    }
  }

  @Test func filesThatCannotBeRead() throws {
    let directory = try TemporaryDirectory()
    let missing = #expect(throws: ModelFileError.self) { try Model.load(path: "\(directory.path)/none") }
    #expect(missing?.description == "cannot read \(directory.path)/none: No such file or directory")
    let folder = #expect(throws: ModelFileError.self) { try Model.load(path: directory.path) }
    #expect(folder?.description == "cannot read \(directory.path): it is not a plain file")
  }
}
