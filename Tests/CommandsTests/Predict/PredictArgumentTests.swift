import Commands
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct PredictArgumentTests {
  private let place: Workplace

  init() throws { place = try Workplace(.predict) }

  @Test(arguments: [
    ([], "nothing to read; give pictures, --strokes FILE or --csv FILE, --help tells more"),
    (["--json"], "nothing to read; give pictures, --strokes FILE or --csv FILE, --help tells more"),
    (["a.png", "--csv", "x"], "give pictures or --csv, not both"),
    (["--strokes", "-", "--csv", "x"], "give --strokes or --csv, not both"),
    (["a.png", "--limit", "3"], "--limit belongs to --csv FILE"),
    (["--strokes", "x", "--output", "y.csv"], "--output belongs to --csv FILE"),
    (["--csv", "x", "--output", "y.txt"], "--output must end in .csv or .jsonl, not 'y.txt'"),
    (["--csv", "x", "--limit", "0"], "--limit must be a whole number of at least 1, not '0'"),
    (["-", "-"], "'-' can be given only once: input ends once"),
    (["--number", "--csv", "x"], "--number is for pictures and drawings, not for --csv FILE"),
    (["--jsno", "a.png"], "unknown option '--jsno' of inkling-predict; did you mean --json?"),
    (["-j", "a.png"], "unknown option '-j' of inkling-predict; --help lists all"),
    (["a.png", "--model"], "--model needs a value: --model DIR|NAME"),
  ])
  func mistakesAreNamed(arguments: [String], message: String) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "inkling-predict: \(message)\n")
    #expect(outcome.output.isEmpty)
  }

  @Test func helpShowsEveryWayAndOption() throws {
    let outcome = try place.run("--help")
    #expect(outcome.status == .done)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    for usage in [
      "Usage: inkling-predict [OPTION…] IMAGE…", "       inkling-predict [OPTION…] --strokes FILE|-",
      "       inkling-predict [OPTION…] --csv FILE [--limit N] [--output OUT.csv|OUT.jsonl]",
    ] { #expect(lines.contains { $0 == usage }, "\(usage)") }
    for option in ["model", "json", "number", "strokes", "csv", "limit", "output", "help", "version"] {
      #expect(lines.contains { $0.hasPrefix("  --\(option) ") }, "\(option)")
    }
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(outcome.output.contains("130 interrupted"))
  }

  @Test func versionIsPrinted() throws {
    let outcome = try place.run("--version")
    #expect(outcome.status == .done)
    #expect(outcome.output == "inkling-predict 0.2.0\n")
  }

  @Test func theInstalledModelIsMeantWhereNoneIsNamed() throws {
    let csv = try place.csv(count: 1)
    let none = try place.run("--csv", csv)
    #expect(none.status == .model)
    #expect(
      none.errors == "inkling-predict: the model 'inkling' is not installed; name another with --model "
        + "(train one with inkling-train train)\n")
    try place.model("share/inkling/models/other")
    #expect(try place.run("--csv", csv).errors.contains("name another with --model (there are other)"))
    try place.model("share/inkling/models/inkling")
    #expect(try place.run("--csv", csv).status == .done)
  }

  @Test func modelsThatCannotBeUsedEndWithTheirOwnStatus() throws {
    let csv = try place.csv(count: 1)
    let missing = try place.run("--model", "nowhere", "--csv", csv)
    #expect(missing.status == .model)
    #expect(missing.errors.hasPrefix("inkling-predict: no model 'nowhere', neither as a directory nor by name"))
    let nine = try place.model(network: "flatten, dense 9")
    let unfit = try place.run("--model", nine, "--csv", csv)
    #expect(unfit.status == .model)
    #expect(unfit.errors.contains("takes 28×28×1 and gives 9, but digits are 28×28×1 and ten"))
    try place.write("nonsense", to: "damaged/model.safetensors")
    #expect(try place.run("--model", place.file("damaged"), "--csv", csv).status == .model)
  }

  @Test func operandsMayStandBehindTwoDashes() throws {
    let outcome = try place.run("--json", "--model", try place.model(), "--", "--not-an-option.png")
    #expect(outcome.status == .data)
    #expect(
      outcome.output
        == #"{"index":0,"status":"error","message":"--not-an-option.png cannot be read: No such file or directory"}"#
        + "\n")
  }
}
