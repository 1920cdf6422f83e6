import DigitData
import Foundation
public import NeuralNet

/// Everything needed to go on with a run: options, weights, optimiser, schedule, history. Random numbers depend on seed,
/// epoch and step alone, so that there is no generator to store.
public struct Checkpoint: Sendable {
  /// The name of the file in a model directory.
  public static let fileName = "checkpoint.inkling"
  private static let magic = Array("INKCKPT1".utf8)
  private static let largestHeader = 1 << 24

  public let options: TrainingOptions
  let state: TrainingState
  let progress: TrainingProgress
  let best: Model?

  /// The network of the run.
  public var spec: ModelSpec { state.model.spec }
  /// The name of the model.
  public var name: String { state.model.metadata.name }
  /// Whether all epochs are done.
  public var isFinished: Bool { progress.epoch >= options.epochs }
  /// Epochs that are done.
  public var epoch: Int { progress.epoch }
  /// Seconds spent training.
  public var seconds: Double { progress.seconds }
  /// The epochs that are done.
  public var history: History { progress.history }
  /// Whether the run has gone on too long without a lower validation loss.
  public var isOutOfPatience: Bool {
    !history.validationLoss.isEmpty && progress.epochsWithoutProgress >= options.patience
  }

  init(options: TrainingOptions, state: TrainingState, progress: TrainingProgress, best: Model?) {
    self.options = options
    self.state = state
    self.progress = progress
    self.best = best
  }

  /// The same run with other limits: only what does not change the path of training may differ.
  public func continuing(with options: TrainingOptions) -> Checkpoint {
    Checkpoint(options: options, state: state, progress: progress, best: best)
  }

  private struct Header: Codable {
    var spec: String
    var name: String
    var options: TrainingOptions
    var progress: TrainingProgress
    var step: UInt64
    var hasBest: Bool
    var momentCounts: [Int]
  }

  /// Writes the file: magic, length of the header, header as JSON, numbers, SHA-256 of all that.
  public func write(to path: String) throws(FileError) {
    let header = Header(
      spec: spec.text, name: name, options: options, progress: progress, step: state.step, hasBest: best != nil,
      momentCounts: [state.firstMoments, state.secondMoments, state.averages].map(\.count))
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let json = try? encoder.encode(header) else { preconditionFailure("no JSON for a checkpoint") }
    var bytes = Checkpoint.magic
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { bytes.append(contentsOf: $0) }
    bytes += json
    for values in arrays { values.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    bytes += Checkpoint.digest(of: bytes)
    try AtomicFile.write(bytes, to: path)
  }

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    var sum = SHA256()
    sum.update(bytes)
    return sum.digest()
  }

  private var arrays: [[Float]] {
    state.model.tensors.map(\.values) + state.firstMoments + state.secondMoments + state.averages
      + (best?.tensors.map(\.values) ?? [])
  }

  /// Reads a file that `write` made; everything is checked before it is used.
  public static func read(from path: String) throws(TrainingError) -> Checkpoint {
    let bytes: [UInt8]
    do throws(DataFileError) {
      bytes = try DataFile.contents(of: path, limit: 1 << 30)
    } catch {
      throw .checkpoint(path: path, reason: "\(error); train from the beginning without --resume")
    }
    guard let checkpoint = Checkpoint(bytes, path: path) else {
      throw .checkpoint(
        path: path,
        reason: "the checkpoint is damaged or from another version; train from the beginning without --resume")
    }
    return checkpoint
  }

  private init?(_ file: [UInt8], path: String) {
    let bytes = Array(file.dropLast(32))
    guard bytes.count > 16, Array(bytes[0..<8]) == Checkpoint.magic,
      Checkpoint.digest(of: bytes) == Array(file.suffix(32))
    else { return nil }
    let length = bytes[8..<16].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Checkpoint.largestHeader, Int(length) <= bytes.count - 16 else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let end = 16 + Int(length)
    guard let header = try? decoder.decode(Header.self, from: Data(bytes[16..<end])),
      let spec = try? ModelSpec(text: header.spec)
    else { return nil }
    var reader = NumberReader(bytes: bytes, position: end)
    let counts = spec.parameters.map(\.count)
    let learned = spec.parameters.filter(\.role.isLearned).map(\.count)
    let metadata = ModelMetadata(name: header.name)
    guard header.momentCounts.count == 3, header.momentCounts.allSatisfy({ $0 == 0 || $0 == learned.count }),
      let weights = reader.read(counts),
      let first = reader.read(header.momentCounts[0] == 0 ? [] : learned),
      let second = reader.read(header.momentCounts[1] == 0 ? [] : learned),
      let averages = reader.read(header.momentCounts[2] == 0 ? [] : learned),
      let best = reader.read(header.hasBest ? counts : []), reader.isAtEnd
    else { return nil }
    func model(_ arrays: [[Float]]) -> Model {
      Model(
        spec: spec, metadata: metadata,
        tensors: zip(spec.parameters, arrays).map { Tensor(shape: $0.shape, values: $1) })
    }
    options = header.options
    state = TrainingState(
      model: model(weights), step: header.step, firstMoments: first, secondMoments: second, averages: averages)
    progress = header.progress
    self.best = header.hasBest ? model(best) : nil
  }
}

/// Takes arrays of numbers from bytes, as many as there are.
private struct NumberReader {
  let bytes: [UInt8]
  var position: Int

  var isAtEnd: Bool { position == bytes.count }

  mutating func read(_ counts: [Int]) -> [[Float]]? {
    var result: [[Float]] = []
    for count in counts {
      guard count * 4 <= bytes.count - position else { return nil }
      let start = position
      result.append(
        [Float](unsafeUninitializedCapacity: count) { buffer, used in
          bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyBytes(from: $0[start..<start + count * 4]) }
          used = count
        })
      position += count * 4
    }
    return result
  }
}
