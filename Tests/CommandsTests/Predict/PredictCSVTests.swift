import Commands
import Foundation
import NeuralNet
import Recognition
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct PredictCSVTests {
  private static let header = "index,label,prediction,confidence,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,status,correct"
  private let place: Workplace
  private let model: String

  init() throws {
    place = try Workplace(.predict)
    model = try place.model()
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What the library says about the rows of `digits.csv`.
  private func answers(_ path: String) throws -> [(label: Int, answer: Answer)] {
    let recognizer = try Recognizer([try Model.load(path: model + "/model.safetensors")])
    return rows(try String(contentsOfFile: path, encoding: .utf8)).map { row in
      let values = row.compactMap { UInt8($0) }
      let frame = GrayImage(width: 28, height: 28, pixels: Array(values.dropFirst()))
      return (Int(values[0]), recognizer.recognize(frame: frame))
    }
  }

  @Test func everyRowIsAnsweredInItsOrder() throws {
    let csv = try place.csv(count: 700)
    let outcome = try place.run("--model", model, "--csv", csv)
    #expect(outcome.status == .done)
    let rows = rows(outcome.output)
    try #require(rows.count == 701)
    #expect(rows[0].joined(separator: ",") == Self.header)
    for (index, (row, expected)) in zip(rows.dropFirst(), try answers(csv)).enumerated() {
      let (label, answer) = expected
      #expect(row.count == 16)
      #expect(row[0] == "\(index)")
      #expect(row[1] == "\(label)")
      #expect(row[2] == answer.digit.map { "\($0)" })
      for (text, share) in zip(row[3..<14], [answer.confidence] + answer.probabilities) {
        #expect(abs(try #require(Double(text)) - Double(share)) < 1e-5)
      }
      #expect(row[14] == "ok")
      #expect(row[15] == (answer.digit == label ? "true" : "false"))
    }
    #expect(!outcome.errors.contains("\r"))
    #expect(outcome.errors.contains(/inkling-predict: 700 rows in .* rows\/s\): 700 ok\n/))
    #expect(outcome.errors.contains(/inkling-predict: accuracy [0-9.]+ % \([0-9]+ of 700 with a label\)\n/))
  }

  @Test func jsonIsToTheLetter() throws {
    let csv = try place.csv(count: 3)
    let outcome = try place.run("--model", model, "--csv", csv, "--json")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 3)
    let form =
      /\{"index":\d,"status":"ok","digit":\d,"confidence":[01](\.\d{1,6})?,"probabilities":\[([01](\.\d{1,6})?,){9}[01](\.\d{1,6})?\],"second":\d\}/
    for line in lines { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
    for (object, expected) in zip(try Workplace.objects(outcome.output), try answers(csv)) {
      #expect(object["digit"] as? Int == expected.answer.digit)
      #expect(object["second"] as? Int == expected.answer.second)
    }
  }

  @Test func badRowsAreNamedAndTheRestGoesOn() throws {
    let zeros = [String](repeating: "0", count: 782).joined(separator: ",")
    let text = "7,1,200,\(zeros)\n7,1,\(zeros)\n7,1,ink,\(zeros)\n7,1,,\(zeros)\n,1,200,\(zeros)\n3,0,0,\(zeros)\nx\n"
    let csv = try place.write(text, to: "bad.csv")
    let messages = [
      1: "\(csv), line 2: 784 columns where 785 are expected",
      2: "\(csv), line 3, column 3 (pixel1): 'ink' is not a number from 0 to 255",
      3: "\(csv), line 4, column 3 (pixel1): '' is not a number from 0 to 255",
      6: "\(csv), line 7: 1 column where 785 are expected",
    ]
    let outcome = try place.run("--model", model, "--csv", csv)
    #expect(outcome.status == .data)
    let rows = rows(outcome.output).dropFirst()
    #expect(rows.map { $0[14] } == ["ok", "error", "error", "error", "ok", "blank", "error"])
    #expect(rows.map { $0[0] } == (0..<7).map { "\($0)" })
    #expect(rows.map { $0[1] } == ["7", "", "", "", "", "3", ""])
    #expect(rows.map { $0[15] }.dropFirst() == ["", "", "", "", "false", ""])
    for row in [2, 6, 7] { #expect(rows[row][2..<14] == ArraySlice(repeating: "", count: 12)) }
    for message in messages.values { #expect(outcome.errors.contains("inkling-predict: \(message)\n"), "\(message)") }
    let json = try place.run("--model", model, "--csv", csv, "--json")
    #expect(json.status == .data)
    let objects = try Workplace.objects(json.output)
    try #require(objects.count == 7)
    for (index, message) in messages {
      #expect(objects[index]["message"] as? String == message)
      #expect(objects[index].count == 3)
      #expect(!json.errors.contains(message))
    }
    #expect(json.output.contains("{\"index\":5,\"status\":\"blank\"}\n"))
  }

  @Test func ofManyBadRowsOnlySomeAreTold() throws {
    let csv = try place.write(
      String(repeating: "1,2\n", count: 1000) + String(repeating: "x", count: 200_000), to: "bad.csv")
    let outcome = try place.run("--model", model, "--csv", csv)
    #expect(outcome.status == .data)
    #expect(outcome.errors.split(separator: "\n").count == 21)
    #expect(
      outcome.errors.contains("line 20: 2 columns where 784 (pixels) or 785 (label and pixels) are expected; further"))
    #expect(outcome.errors.contains("1,001 rows in "))
    #expect(outcome.errors.contains(": 1,001 errors\n"))
  }

  @Test func theLimitIsKept() throws {
    let csv = try place.csv(count: 700)
    #expect(rows(try place.run("--model", model, "--csv", csv, "--limit", "600").output).count == 601)
    #expect(rows(try place.run("--model", model, "--csv", csv, "--limit", "5").output).count == 6)
  }

  @Test func resultsGoToAFile() throws {
    let csv = try place.csv(count: 300)
    let printed = try place.run("--model", model, "--csv", csv)
    let lines = try place.run("--model", model, "--csv", csv, "--json")
    let (table, objects) = (try place.write("old", to: "out.csv"), place.file("out.jsonl"))
    let silent = try place.run("--model", model, "--csv", csv, "--output", table)
    #expect(silent.status == .done)
    #expect(silent.output.isEmpty)
    #expect(try String(contentsOfFile: table, encoding: .utf8) == printed.output)
    let both = try place.run("--model", model, "--csv", csv, "--output", objects, "--json")
    #expect(both.output == lines.output)
    #expect(try String(contentsOfFile: objects, encoding: .utf8) == lines.output)
  }

  @Test func theFileThatIsReadIsNotReplaced() throws {
    let csv = try place.csv(count: 3)
    let rows = try String(contentsOfFile: csv, encoding: .utf8)
    let outcome = try place.run("--model", model, "--csv", csv, "--output", csv)
    #expect(outcome.status == .usage)
    #expect(outcome.errors.contains("--output names the file that is read"))
    #expect(try String(contentsOfFile: csv, encoding: .utf8) == rows)
  }

  @Test func whatCannotBeReadOrWrittenLeavesTheOldFile() throws {
    let table = try place.write("old", to: "out.csv")
    let missing = try place.run("--model", model, "--csv", place.file("none.csv"), "--output", table)
    #expect(missing.status == .data)
    #expect(missing.errors == "inkling-predict: \(place.file("none.csv")): no such file; check the path\n")
    #expect(try String(contentsOfFile: table, encoding: .utf8) == "old")
    let csv = try place.csv(count: 3)
    let nowhere = try place.run("--model", model, "--csv", csv, "--output", place.file("none/out.csv"))
    #expect(nowhere.status == .failed)
    #expect(
      nowhere.errors == "inkling-predict: cannot write \(place.file("none/out.csv")): No such file or directory\n")
  }

  @Test func anInterruptedRunKeepsWhatIsDone() throws {
    let csv = try place.csv(count: 600)
    let table = place.file("out.csv")
    let outcome = try place.run("--model", model, "--csv", csv, "--output", table, interruptedAfter: 1)
    #expect(outcome.status == .interrupted)
    let text = try String(contentsOfFile: table, encoding: .utf8)
    let rows = rows(text)
    #expect(text.hasSuffix("\n"))
    #expect(rows.count > 1 && rows.allSatisfy { $0.count == 16 })
    #expect(outcome.errors.contains("inkling-predict: interrupted; what is done is kept: \(rows.count - 1) rows in "))
  }

  @Test func severalModelsAreAveraged() throws {
    let csv = try place.csv(count: 20)
    let other = try place.model("other", seed: 2)
    func shares(_ models: [String]) throws -> [[Double]] {
      let outcome = try place.run(models.flatMap { ["--model", $0] } + ["--csv", csv, "--json"])
      return try Workplace.objects(outcome.output).map { $0["probabilities"] as? [Double] ?? [] }
    }
    let (one, two, both) = (try shares([model]), try shares([other]), try shares([model, other]))
    #expect(one != two)
    for row in 0..<20 {
      for digit in 0..<10 { #expect(abs(both[row][digit] - (one[row][digit] + two[row][digit]) / 2) < 2e-6) }
    }
  }

  @Test func progressMovesOnATerminalOnly() throws {
    let csv = try place.csv(count: 300)
    let terminal = try PseudoTerminal(columns: 60)
    let output = open(place.file("out"), O_WRONLY | O_CREAT, 0o600)
    defer { close(output) }
    #expect(place.run(["--model", model, "--csv", csv], output: output, errors: terminal.screen) == .done)
    let text = terminal.text().replacing("\r\n", with: "\n")
    #expect(text.contains(/\r[0-9]+ rows  [0-9,]+ rows\/s\u{1B}\[K/))
    #expect(text.contains("\r\u{1B}[Kinkling-predict: 300 rows in "))
    let both = try PseudoTerminal(columns: 60)
    #expect(
      place.run(["--model", model, "--csv", csv, "--limit", "3"], output: both.screen, errors: both.screen) == .done)
    #expect(!both.text().contains("\u{1B}"))
  }
}
