/// The options of `inkling-predict`, checked against each other.
struct PredictOptions {
  /// What is read.
  enum Input: Equatable {
    /// A file of drawings; nil is standard input.
    case strokes(String?)
    case csv(CSVJob)
  }

  /// A CSV file and what is done with it.
  struct CSVJob: Equatable {
    let path: String
    /// The most rows that are read.
    let limit: Int
    let output: Output?
  }

  /// A file for results.
  struct Output: Equatable {
    let path: String
    let form: CSVResults.Form
  }

  let input: Input
  /// Names or directories of models; nil when none was named.
  let models: [String]?
  /// Whether lines of JSON are printed.
  let isJSON: Bool

  /// Takes the options.
  init(_ values: OptionValues) throws(UsageError) {
    input = try PredictOptions.input(values)
    models = values.has("model") ? values.texts("model") : nil
    isJSON = values.isOn("json")
  }

  private static func input(_ values: OptionValues) throws(UsageError) -> Input {
    guard let csv = values.text("csv") else {
      for name in ["limit", "output"] where values.has(name) { throw UsageError("--\(name) belongs to --csv FILE") }
      guard let strokes = values.text("strokes") else {
        throw UsageError("nothing to read; give --strokes FILE or --csv FILE, --help tells more")
      }
      return .strokes(strokes == "-" ? nil : strokes)
    }
    if values.has("strokes") { throw UsageError("give --strokes or --csv, not both") }
    let output = try values.text("output").map { (path) throws(UsageError) in try PredictOptions.output(path) }
    return .csv(CSVJob(path: csv, limit: values.integer("limit") ?? .max, output: output))
  }

  private static func output(_ path: String) throws(UsageError) -> Output {
    if path.hasSuffix(".csv") { return Output(path: path, form: .csv) }
    if path.hasSuffix(".jsonl") { return Output(path: path, form: .json) }
    throw UsageError("--output must end in .csv or .jsonl, not '\(path)'")
  }
}
