import Foundation
import NeuralNet
import Testing

/// The directory that `Tests/Interoperability/check.py prepare` filled; empty when the lane does not run.
private let directory = ProcessInfo.processInfo.environment["INKLING_INTEROP_DIR"] ?? ""

/// Our half of the interoperability lane: what our own session says about the pictures that other programs get too.
struct InteroperabilityTests {
  @Test(.enabled(if: !directory.isEmpty, "INKLING_INTEROP_DIR is not set; .ci/run sets it in a lane of its own"))
  func probabilitiesForOtherPrograms() throws {
    let base = URL(filePath: directory)
    let pixels = [UInt8](try Data(contentsOf: base.appending(path: "images.u8")))
    let count = pixels.count / 784
    try #require(count == 1000)
    let names = try FileManager.default.contentsOfDirectory(atPath: base.appending(path: "models").path()).sorted()
    try #require(names.count == Preset.allCases.count)
    for name in names {
      let folder = base.appending(path: "models/\(name)")
      let model = try Model.load(path: folder.appending(path: "model.safetensors").path())
      let probabilities = try answers(of: model, to: pixels, count: count)
      let data = probabilities.withUnsafeBytes { Data($0) }
      try data.write(to: base.appending(path: "\(name).probabilities.f32"))
    }
  }

  /// Ten probabilities for each picture; the last batch is smaller than the others.
  private func answers(of model: Model, to pixels: [UInt8], count: Int) throws -> [Float] {
    let session = try InferenceSession(model, batch: 64)
    var result: [Float] = []
    for start in stride(from: 0, to: count, by: 64) {
      let rows = min(64, count - start)
      session.run(Array(pixels[start * 784..<(start + rows) * 784]), count: rows)
      result += session.probabilities.prefix(rows * 10)
    }
    return result
  }
}
