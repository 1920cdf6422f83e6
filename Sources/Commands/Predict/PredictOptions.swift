import Training

/// The options of `inkling-predict`, checked against each other.
struct PredictOptions {
  /// What is read.
  enum Input: Equatable {
    /// PNG or JPEG files; nil is standard input.
    case pictures([String?])
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
  /// Whether each input is a number of several digits.
  let isNumber: Bool

  /// Takes the options.
  init(_ values: OptionValues) throws(UsageError) {
    input = try PredictOptions.input(values)
    models = values.has("model") ? values.texts("model") : nil
    isJSON = values.isOn("json")
    isNumber = values.isOn("number")
    if isNumber, case .csv = input { throw UsageError("--number is for pictures and drawings, not for --csv FILE") }
  }

  private static func input(_ values: OptionValues) throws(UsageError) -> Input {
    let given =
      (values.operands.isEmpty ? [] : ["pictures"])
      + ["--strokes", "--csv"].filter { values.has("\($0.dropFirst(2))") }
    if given.count > 1 { throw UsageError("give \(given.joined(separator: " or ")), not both") }
    guard let csv = values.text("csv") else {
      for name in ["limit", "output"] where values.has(name) { throw UsageError("--\(name) belongs to --csv FILE") }
      if let strokes = values.text("strokes") { return .strokes(strokes == "-" ? nil : strokes) }
      return .pictures(try pictures(values.operands))
    }
    let output = try values.text("output").map { (path) throws(UsageError) in try PredictOptions.output(path) }
    if let output, FilePath(output.path).isSame(as: FilePath(csv)) {
      throw UsageError("--output names the file that is read; give another file")
    }
    return .csv(CSVJob(path: csv, limit: values.integer("limit") ?? .max, output: output))
  }

  private static func pictures(_ operands: [String]) throws(UsageError) -> [String?] {
    if operands.isEmpty {
      throw UsageError("nothing to read; give pictures, --strokes FILE or --csv FILE, --help tells more")
    }
    let paths = operands.map { $0 == "-" ? nil : $0 }
    if paths.count(where: { $0 == nil }) > 1 { throw UsageError("'-' can be given only once: input ends once") }
    return paths
  }

  private static func output(_ path: String) throws(UsageError) -> Output {
    if path.hasSuffix(".csv") { return Output(path: path, form: .csv) }
    if path.hasSuffix(".jsonl") { return Output(path: path, form: .json) }
    throw UsageError("--output must end in .csv or .jsonl, not '\(path)'")
  }
}
