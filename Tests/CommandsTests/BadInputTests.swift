import Commands
import Foundation
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct BadInputTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    _ = try place.csv()
  }

  private func expect(
    _ arguments: [String], _ status: ExitStatus, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == status, sourceLocation: sourceLocation)
    #expect(outcome.errors.hasPrefix("inkling-train: "), sourceLocation: sourceLocation)
    #expect(outcome.errors.split(separator: "\n").count == 1, sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(message), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
  }

  @Test func missingDataIsNamed() throws {
    let missing = place.file("nowhere")
    try expect(["data", "--data", missing], .data, "\(missing): train-images-idx3-ubyte")
    try expect(["data", "--offline"], .data, "run once without --offline")
    try expect(["train", "--data", missing, "--output", place.file("model")], .data, missing)
    #expect(!FileManager.default.fileExists(atPath: place.file("model")))
  }

  @Test func truncatedPicturesAreNamed() throws {
    try place.write([0, 0, 8, 3, 0, 0, 0, 9, 0, 0, 0, 28, 0, 0, 0, 28, 1, 2, 3], to: "mnist/train-images-idx3-ubyte")
    try place.write([0, 0, 8, 1, 0, 0, 0, 1, 5], to: "mnist/train-labels-idx1-ubyte")
    try place.write([0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28], to: "mnist/t10k-images-idx3-ubyte")
    try place.write([0, 0, 8, 1, 0, 0, 0, 0], to: "mnist/t10k-labels-idx1-ubyte")
    try expect(
      ["data", "--data", place.file("mnist")], .data,
      "train-images-idx3-ubyte: the header asks for 7072 bytes but there are only 19; download the file again")
  }

  @Test func raggedRowsAreNamed() throws {
    let row = "5," + [String](repeating: "0", count: 784).joined(separator: ",")
    let file = try place.write("\(row)\n\(row),7\n", to: "ragged.csv")
    var arguments = place.training("model")
    arguments[4] = file
    try expect(arguments, .data, "\(file), line 2: 786 columns where 785 are expected")
    let words = try place.write(row.replacing("5,0,0", with: "5,0,ink"), to: "words.csv")
    arguments[4] = words
    try expect(arguments, .data, "\(words), line 1, column 3 (pixel1): 'ink' is not a number from 0 to 255")
    arguments[4] = try place.write(String(row.dropFirst(2)), to: "unlabelled.csv")
    try expect(arguments, .data, "unlabelled.csv: no labels")
  }

  @Test func networksThatAreNotForDigitsAreRefused() throws {
    var arguments = place.training("model")
    arguments[2] = "flatten, dense 9"
    try expect(arguments, .usage, "the network does not fit digits: its output is 9, not 10")
    #expect(!FileManager.default.fileExists(atPath: place.file("model")))
  }

  @Test func damagedModelsAreRefused() throws {
    _ = try place.run(place.training("model"))
    let model = place.file("model")
    let bytes = try place.bytes("model/model.safetensors")
    try place.write(Array(bytes.dropLast(9)), to: "model/model.safetensors")
    try expect(["evaluate", "--model", model, "--csv", place.file("digits.csv")], .model, "model.safetensors")
    try expect(["export", "--model", model, "--onnx", place.file("m.onnx")], .model, "model.safetensors")
    try place.write([255, 255, 255, 255, 255, 255, 255, 127] + Array(bytes), to: "model/model.safetensors")
    try expect(["export", "--model", model, "--onnx", place.file("m.onnx")], .model, "model.safetensors")
    #expect(!FileManager.default.fileExists(atPath: place.file("m.onnx")))
    try place.write(Array(try place.bytes("model/checkpoint.inkling").dropLast(1)), to: "model/checkpoint.inkling")
    try expect(["train", "--resume", model], .model, "the checkpoint is damaged or from another version")
    try expect(["train", "--resume", place.path], .model, "checkpoint.inkling: no such file")
  }

  @Test func outputIsCheckedBeforeAnythingElse() throws {
    let file = try place.write("important", to: "full/notes.txt")
    try expect(
      ["train", "--data", place.file("nowhere"), "--output", place.file("full")], .failed,
      "\(place.file("full")) is not empty; give another directory with --output, or --force to replace what it holds")
    try expect(
      ["train", "--data", place.file("nowhere"), "--output", file + "/model"], .failed,
      "cannot write to \(file): it is not a directory; give another directory with --output")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "important")
  }

  @Test func forceReplacesAnOlderRun() throws {
    _ = try place.run(place.training("model"))
    let weights = try place.bytes("model/model.safetensors")
    try expect(place.training("model", "--seed", "5"), .failed, "is not empty")
    #expect(try place.bytes("model/model.safetensors") == weights)
    #expect(try place.run(place.training("model", "--seed", "5", "--force")).status == .done)
    #expect(try place.bytes("model/model.safetensors") != weights)
  }
}
