import DigitData
import NeuralNet
import Training

/// A network that the user named: a preset, a text or a file.
struct NetworkChoice: Equatable {
  /// What the model is called when it has no other name.
  let name: String
  let spec: ModelSpec

  private static let largestFile = 1 << 16

  /// A network under a name.
  init(name: String, spec: ModelSpec) {
    self.name = name
    self.spec = spec
  }

  /// Reads what follows `--arch`: the name of a preset, a file with a text or JSON, or the text itself.
  init(_ text: String) throws {
    if let preset = Preset(rawValue: text.lowercased()) {
      self.init(name: preset.rawValue, spec: preset.spec)
    } else if FilePath(text).isFile {
      self.init(name: FilePath(text).stem, spec: try NetworkChoice.spec(inFile: text))
    } else {
      self.init(name: "custom", spec: try NetworkChoice.spec(text))
    }
  }

  /// What stands for the network in options: the preset's name, or the text form.
  var arch: String { Preset(rawValue: name)?.spec == spec ? name : spec.text }

  private static func spec(inFile path: String) throws -> ModelSpec {
    let bytes = try DataFile.contents(of: path, limit: largestFile)
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(SpecError) {
      return text.first { !$0.isWhitespace } == "{" ? try ModelSpec(json: text) : try ModelSpec(text: text)
    } catch {
      throw UsageError("\(path): \(error)")
    }
  }

  private static func spec(_ text: String) throws(UsageError) -> ModelSpec {
    do throws(SpecError) {
      return try ModelSpec(text: text)
    } catch .unknownLayer where !text.contains(where: { $0 == "," || $0 == " " || $0.isNewline }) {
      let names = Preset.allCases.map(\.rawValue)
      let hint = NearestWord.hint(for: text, among: names) ?? "; presets are \(names.joined(separator: ", "))"
      throw UsageError("--arch: '\(text)' is neither a preset nor a file nor a network\(hint)")
    } catch {
      throw UsageError("--arch: \(error)")
    }
  }
}
