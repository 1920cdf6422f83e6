import Commands
import Testing

@Suite struct ArgumentTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test(arguments: [
    ([], "a command is missing: train, evaluate, benchmark, data, export, architectures; --help tells more"),
    (["trian"], "unknown command 'trian'; did you mean train?"),
    (["xyzzy"], "unknown command 'xyzzy'; there are train, evaluate, benchmark, data, export, architectures"),
    (["--verbose"], "unknown option '--verbose'; there are train, evaluate, benchmark, data, export, architectures"),
    (["train", "--epoch", "3"], "unknown option '--epoch' of train; did you mean --epochs?"),
    (["train", "--learning", "3"], "unknown option '--learning' of train; did you mean --learning-rate?"),
    (["data", "--import-unipen", "x"], "--import-unipen needs --output FILE.ndjson for the drawings"),
    (["train", "-e", "3"], "unknown option '-e' of train; --help lists all"),
    (["train", "cnn"], "unexpected argument 'cnn' of train; every value follows an option, --help lists all"),
    (
      ["train", "--", "--epochs"],
      "unknown option '--epochs' of train; did you mean --epochs?"
    ),
    (["train", "--epochs"], "--epochs needs a value: --epochs N"),
    (["train", "--output", "--force"], "--output needs a value before --force: --output DIR"),
    (["train", "--output="], "--output needs a value, not an empty text"),
    (["train", "--force=yes"], "--force takes no value, not 'yes'; leave the value out"),
    (["train", "--epochs", "0"], "--epochs must be a whole number from 1 to 1000000, not '0'"),
    (["train", "--epochs=1.5"], "--epochs must be a whole number from 1 to 1000000, not '1.5'"),
    (["train", "--seed=-1"], "--seed must be a whole number of at least 0, not '-1'"),
    (["train", "--validation", "2"], "--validation must be at least 0 and below 1, not '2'"),
    (["train", "--validation", "1"], "--validation must be at least 0 and below 1, not '1'"),
    (["train", "--validation", "0,1"], "--validation must be a number at least 0 and below 1, not '0,1'"),
    (["train", "--learning-rate", "nan"], "--learning-rate must be a number above 0, not 'nan'"),
    (["train", "--learning-rate", "1e999"], "--learning-rate must be a number above 0, not '1e999'"),
    (["train", "--target-accuracy", "99"], "--target-accuracy must be above 0 and at most 1, not '99'"),
    (["train", "--optimizer", "lion"], "--optimizer must be adam, adamw, sgd or rmsprop, not 'lion'"),
    (["train", "--progress", "no\nne"], "--progress must be auto, plain, json or none, not 'no?ne'"),
    (
      ["train", "--arch", "cnn-deeep"],
      "--arch: 'cnn-deeep' is neither a preset nor a file nor a network; did you mean cnn-deep?"
    ),
    (
      ["train", "--arch", "conv 8 3, dense 10"],
      "--arch: layer 2 'dense 10' expects a vector (put flatten or gap before it) but gets 28×28×8"
    ),
    (
      ["train", "--resume", "x", "--batch", "4"],
      "--batch cannot be given with --resume: the run goes on with its own settings; only --epochs, --max-seconds, "
        + "--data, --strokes, --reserve, --credit, --offline, --progress, --no-figures can"
    ),
    (["evaluate"], "evaluate needs --model DIR|NAME"),
    (["export", "--model", "x"], "export needs --onnx FILE"),
    (["evaluate", "--model", "x", "--csv", "a", "--strokes", "b"], "give --csv or --strokes, not both"),
    (
      ["evaluate", "--model", "x", "--report", "r.txt"],
      "--report writes a PDF, so the name must end in .pdf, not 'r.txt'"
    ),
    (["benchmark", "--batch", "0"], "--batch must be a whole number from 1 to 65536, not '0'"),
  ])
  func mistakesAreNamed(arguments: [String], message: String) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "inkling-train: \(message)\n")
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: Program.train.commands.map(\.syntax.name))
  func helpListsEveryOption(name: String) throws {
    let syntax = try #require(Program.train.commands.map(\.syntax).first { $0.name == name })
    for arguments in [[name, "--help"], ["help", name], [name, "--nonsense", "-h"]] {
      let outcome = try place.run(arguments)
      #expect(outcome.status == .done)
      #expect(outcome.errors.isEmpty)
      for option in syntax.options {
        let head = option.value == .none ? option.flag : "\(option.flag) \(option.value.placeholder)"
        #expect(outcome.output.split(separator: "\n").contains { "\($0) ".hasPrefix("  \(head) ") }, "\(head)")
      }
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test func contractsOptionsAreThere() {
    let expected = [
      "train": [
        "arch", "data", "csv", "output", "config", "resume", "epochs", "patience", "batch", "validation", "seed",
        "optimizer", "learning-rate", "momentum", "nesterov", "weight-decay", "clip-norm", "ema", "label-smoothing",
        "schedule", "warm-up", "target-accuracy", "max-seconds", "no-augment", "precision", "threads", "no-figures",
        "progress",
      ],
      "evaluate": ["model", "data", "csv", "json", "report", "min-accuracy"],
      "benchmark": ["arch", "batch", "precision", "threads", "json"], "data": ["data", "offline"],
      "export": ["model", "onnx"], "architectures": [],
    ]
    #expect(Set(Program.train.commands.map(\.syntax.name)) == Set(expected.keys))
    for command in Program.train.commands {
      #expect(Set(command.syntax.options.map(\.name)).isSuperset(of: expected[command.syntax.name] ?? []))
    }
  }

  @Test(arguments: [["--version"], ["train", "--version"]])
  func versionIsPrinted(arguments: [String]) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == .done)
    #expect(outcome.output == "inkling-train 0.2.0\n")
  }

  @Test(arguments: [["--help"], ["help"], ["-h"]])
  func helpNamesEveryCommand(arguments: [String]) throws {
    let outcome = try place.run(arguments)
    #expect(outcome.status == .done)
    for command in Program.train.commands { #expect(outcome.output.contains("\n  \(command.syntax.name) ")) }
  }

  @Test func architecturesAreShown() throws {
    let outcome = try place.run("architectures")
    #expect(outcome.status == .done)
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for name in ["linear", "mlp", "cnn", "cnn-deep", "inkling"] { #expect(lines.contains { $0.first == name }) }
    #expect(lines.contains(["conv", "32", "3", "28×28×32", "320", "225,792"]))
    #expect(lines.contains(["total", "7,850", "7,840"]))
  }
}
