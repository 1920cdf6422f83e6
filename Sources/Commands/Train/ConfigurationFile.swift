import DigitData
import FoundationEssentials
import NeuralNet
import Training

/// A configuration in JSON: the names of the options in camel case, checked like options.
///
/// `config.json` of a model directory is one, so that a run can be repeated with it.
struct ConfigurationFile {
  /// The options in the file.
  private(set) var values = OptionValues()
  /// The network, where the file holds it whole.
  private(set) var spec: ModelSpec?
  private var augmentation: Augmentation?
  private var plateauFactor: Float?
  private var plateauPatience: Int?
  private let path: String

  /// Says nothing about how to train.
  private static let remarks: Set<String> = ["program", "name", "dataset", "pictures"]
  private static let withoutOption = ["spec", "augment", "figures", "augmentation", "plateauFactor", "plateauPatience"]
  /// Options that make no sense in a file.
  private static let excluded: Set<String> = ["config", "resume", "force"]

  private static var options: [Option] { TrainOptions.table.filter { !excluded.contains($0.name) } }

  /// Reads and checks the file.
  init(path: String) throws {
    self.path = path
    let bytes = try DataFile.contents(of: path, limit: 1 << 20)
    guard let members = try? JSONDecoder().decode([String: JSONValue].self, from: Data(bytes)) else {
      throw UsageError("\(path): not a JSON object such as {\"epochs\": 10, \"learningRate\": 0.002}")
    }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where value != .null { try read(key, value) }
  }

  /// Takes over what no option stands for.
  func apply(to options: inout TrainingOptions) {
    options.augmentation = augmentation ?? options.augmentation
    options.plateauFactor = plateauFactor ?? options.plateauFactor
    options.plateauPatience = plateauPatience ?? options.plateauPatience
  }

  /// Where the run had its pictures from.
  var dataValues: OptionValues {
    var result = OptionValues()
    for name in ["csv", "data", "offline"] { result[name] = values[name] }
    return result
  }

  private mutating func read(_ key: String, _ value: JSONValue) throws {
    let subject = "\"\(key)\" in \(path)"
    switch key {
    case "spec": spec = try ConfigurationFile.spec(value, subject)
    case "augment": values["no-augment"] = .flag(try !ConfigurationFile.flag(value, subject))
    case "figures": values["no-figures"] = .flag(try !ConfigurationFile.flag(value, subject))
    case "augmentation": augmentation = try ConfigurationFile.augmentation(value, subject)
    case "plateauFactor":
      let kind = ValueKind.number(placeholder: "X", NumberRange(.excluding(0), .excluding(1)))
      if case .number(let factor) = try kind.parse(value.word ?? "", of: subject) { plateauFactor = Float(factor) }
    case "plateauPatience":
      let kind = ValueKind.integer(placeholder: "N", 1...1_000_000)
      if case .integer(let count) = try kind.parse(value.word ?? "", of: subject) { plateauPatience = count }
    default: try readOption(key, value, subject)
    }
  }

  private mutating func readOption(_ key: String, _ value: JSONValue, _ subject: String) throws {
    if ConfigurationFile.remarks.contains(key) { return }
    guard let option = ConfigurationFile.options.first(where: { $0.key == key }) else {
      let known = ConfigurationFile.options.map(\.key) + ConfigurationFile.withoutOption
      throw UsageError("unknown key \(subject)\(NearestWord.hint(for: key, among: known) ?? "; remove it")")
    }
    if option.value == .none {
      values[option.name] = .flag(try ConfigurationFile.flag(value, subject))
    } else if let word = value.word {
      values[option.name] = try option.value.parse(word, of: subject)
    } else {
      throw UsageError("\(subject) must be a single value, not a list or an object")
    }
  }

  private static func flag(_ value: JSONValue, _ subject: String) throws(UsageError) -> Bool {
    guard case .bool(let isOn) = value else { throw UsageError("\(subject) must be true or false") }
    return isOn
  }

  private static func spec(_ value: JSONValue, _ subject: String) throws(UsageError) -> ModelSpec {
    guard case .string(let text) = value else { throw UsageError("\(subject) must be a network as text") }
    do throws(SpecError) { return try ModelSpec(text: text) } catch { throw UsageError("\(subject): \(error)") }
  }

  private static func augmentation(_ value: JSONValue, _ subject: String) throws(UsageError) -> Augmentation {
    do { return try value.decoded(as: Augmentation.self) } catch {
      throw UsageError("\(subject) must be an object such as {\"rotation\": 10, \"scale\": [0.9, 1.1]}")
    }
  }
}
