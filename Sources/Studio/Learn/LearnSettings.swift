package import NeuralNet
import Training

/// What is chosen and typed on the learn screen.
package struct LearnSettings: Equatable, Sendable {
  package private(set) var preset = LearnPreset.small
  private var texts: [LearnField: TypedText] = [:]
  /// Whether the pictures are changed at random each time.
  package var augments = true
  /// A CSV file instead of MNIST.
  package var csv: String?

  /// Why a run cannot begin with them.
  package struct Problem: Error, Equatable, Sendable {
    /// Where it is.
    package var field: LearnField
    /// What was expected, and what was found.
    package var text: String
  }

  /// The settings to begin with.
  package init() {
    let usual = TrainingOptions()
    for field in LearnField.allCases { texts[field] = TypedText() }
    texts[.epochs] = TypedText("20")
    texts[.seed] = TypedText("\(usual.seed)")
    texts[.patience] = TypedText("\(usual.patience)")
    choose(.small)
  }

  /// The settings that a run was begun with.
  init(_ plan: LearnPlan) {
    self.init()
    let options = plan.options
    (augments, csv) = (options.augment, plan.csv)
    preset = LearnPreset(layers: plan.spec.text, learningRate: options.learningRate)
    texts[.layers] = TypedText(plan.spec.text)
    texts[.epochs] = TypedText("\(options.epochs)")
    texts[.seed] = TypedText("\(options.seed)")
    texts[.rate] = TypedText("\(options.learningRate)")
    texts[.patience] = TypedText("\(options.patience)")
    texts[.target] = TypedText(options.targetAccuracy.map { LearnSettings.text(($0 * 1e6).rounded() / 1e4) } ?? "")
    texts[.seconds] = TypedText(options.maxSeconds.map(LearnSettings.text) ?? "")
  }

  /// The settings that a lesson wishes.
  init(_ lesson: LessonLearning) {
    self.init()
    let layers = lesson.start.spec?.text ?? lesson.start.network
    texts[.layers] = TypedText(layers)
    preset = LearnPreset(layers: layers, learningRate: LearnPreset.own.learningRate)
    texts[.epochs] = TypedText("\(lesson.epochs)")
    texts[.seed] = TypedText("\(lesson.start.seed)")
  }

  /// A number as one would type it.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// What stands in a field.
  package subscript(field: LearnField) -> TypedText {
    get { texts[field] ?? TypedText() }
    set {
      let isOther = newValue.text != texts[field]?.text
      texts[field] = newValue
      if isOther, field == .layers { preset = .own }
    }
  }

  /// Takes the layers and the step size of a preset.
  mutating func choose(_ preset: LearnPreset) {
    self.preset = preset
    guard let layers = preset.layers else { return }
    texts[.layers] = TypedText(layers)
    texts[.rate] = TypedText("\(preset.learningRate)")
  }

  /// Takes another seed, which follows from the one before.
  mutating func chooseNewSeed() {
    var generator = SeededGenerator(seed: UInt64(self[.seed].text) ?? 0, stream: .sampling, index: 1)
    texts[.seed] = TypedText("\(generator.next() % 1_000_000)")
  }

  // MARK: What they come to

  /// The run that they describe, with digits in `folder`.
  package func plan(folder: String?) -> Result<LearnPlan, Problem> {
    Result { () throws(Problem) in
      let spec = try network
      let options = try options(for: spec)
      let name = Preset(rawValue: options.arch)?.rawValue ?? "custom"
      var plan = LearnPlan(options, spec, name: name, title: preset.modelTitle)
      (plan.csv, plan.folder) = (csv, csv == nil ? folder : nil)
      return plan
    }
  }

  /// The layers, which must make ten values of a digit.
  package var network: ModelSpec {
    get throws(Problem) {
      let spec: ModelSpec
      do throws(SpecError) { spec = try ModelSpec(text: self[.layers].text) } catch {
        throw Problem(field: .layers, text: "\(error)")
      }
      guard spec.input.count == ModelSpec.digit.count else {
        throw Problem(field: .layers, text: "input: expects \(ModelSpec.digit) but finds \(spec.input)")
      }
      guard spec.output == .vector(10) else {
        let place = "layer \(spec.layers.count) '\(spec.layers.last?.description ?? "")'"
        throw Problem(
          field: .layers, text: "\(place) must give 10 values, one for each digit, but gives \(spec.output)")
      }
      return spec
    }
  }

  private func options(for spec: ModelSpec) throws(Problem) -> TrainingOptions {
    var options = TrainingOptions()
    options.arch = Preset.allCases.first { $0.spec == spec }?.rawValue ?? spec.text
    options.epochs = try whole(.epochs, 1...1_000_000)
    options.seed = UInt64(try whole(.seed, 0...Int.max))
    options.learningRate = Float(try number(.rate, above: 0, upTo: 1e30))
    options.patience = try whole(.patience, 1...1_000_000)
    if !isEmpty(.target) { options.targetAccuracy = try number(.target, above: 0, upTo: 100) / 100 }
    if !isEmpty(.seconds) { options.maxSeconds = try number(.seconds, above: 0, upTo: 1e9) }
    options.augment = augments
    options.precision = TrainingOptions.automaticPrecision(for: spec)
    return options
  }

  private func isEmpty(_ field: LearnField) -> Bool { self[field].text.allSatisfy(\.isWhitespace) }

  private func word(_ field: LearnField) -> String {
    self[field].text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func whole(_ field: LearnField, _ range: ClosedRange<Int>) throws(Problem) -> Int {
    if let value = Int(word(field)), range.contains(value) { return value }
    throw Problem(
      field: field, text: "\(field.title): expects a whole number from \(range.lowerBound), found “\(shown(field))”")
  }

  private func number(_ field: LearnField, above low: Double, upTo high: Double) throws(Problem) -> Double {
    if let value = DecimalText.value(of: word(field)), value > low, value <= high, Float(value) > 0 { return value }
    let most = high < 1e20 ? " and at most \(LearnSettings.text(high))" : ""
    throw Problem(field: field, text: "\(field.title): expects a number above 0\(most), found “\(shown(field))”")
  }

  private func shown(_ field: LearnField) -> String { String(word(field).prefix(20)) }
}
