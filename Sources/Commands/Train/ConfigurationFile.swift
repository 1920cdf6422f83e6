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
  private var inkAugmentation: InkAugmentation?
  private var drawnShare: Double?
  private var otherShare: Double?
  private var plateauFactor: Float?
  private var plateauPatience: Int?
  private let path: String

  /// Says nothing about how to train.
  private static let remarks: Set<String> = ["program", "name", "dataset", "pictures"]
  private static let withoutOption = [
    "spec", "augment", "figures", "augmentation", "inkAugmentation", "drawnShare", "otherShare", "plateauFactor",
    "plateauPatience",
  ]
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
    options.inkAugmentation = inkAugmentation ?? options.inkAugmentation
    options.drawnShare = drawnShare ?? options.drawnShare
    options.otherShare = otherShare ?? options.otherShare
    options.plateauFactor = plateauFactor ?? options.plateauFactor
    options.plateauPatience = plateauPatience ?? options.plateauPatience
  }

  /// Where the run had its pictures from.
  var dataValues: OptionValues {
    var result = OptionValues()
    for name in ["csv", "data", "offline", "strokes", "reserve", "credit"] { result[name] = values[name] }
    return result
  }

  private mutating func read(_ key: String, _ value: JSONValue) throws {
    let subject = "\"\(key)\" in \(path)"
    switch key {
    case "spec": spec = try ConfigurationFile.spec(value, subject)
    case "augment": values["no-augment"] = .flag(try !ConfigurationFile.flag(value, subject))
    case "figures": values["no-figures"] = .flag(try !ConfigurationFile.flag(value, subject))
    case "augmentation": augmentation = try ConfigurationFile.amounts(value, subject)
    case "inkAugmentation": inkAugmentation = try ConfigurationFile.amounts(value, subject)
    case "drawnShare": drawnShare = try ConfigurationFile.share(value, subject)
    case "otherShare": otherShare = try ConfigurationFile.share(value, subject)
    case "plateauFactor": plateauFactor = Float(try ConfigurationFile.share(value, subject, from: .excluding(0)))
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
    } else if case .texts = option.value {
      guard let texts = value.texts else { throw UsageError("\(subject) must be a text or a list of texts") }
      for text in texts { values.add(try option.value.parse(text, of: subject), to: option.name) }
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

  /// A number from 0, or above it, to below 1.
  private static func share(
    _ value: JSONValue, _ subject: String, from least: NumberRange.Bound = .including(0)
  ) throws(UsageError) -> Double {
    let kind = ValueKind.number(placeholder: "X", NumberRange(least, .excluding(1)))
    guard case .number(let share) = try kind.parse(value.word ?? "", of: subject) else { return 0 }
    return share
  }

  private static func amounts<Amounts: Decodable>(_ value: JSONValue, _ subject: String) throws(UsageError) -> Amounts {
    do { return try value.decoded(as: Amounts.self) } catch {
      throw UsageError("\(subject) must be an object such as {\"rotation\": 10, \"scale\": [0.9, 1.1]}")
    }
  }
}
