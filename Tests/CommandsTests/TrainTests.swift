import Commands
import Foundation
import NeuralNet
import Testing
import Training

@Suite struct TrainTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    _ = try place.csv()
  }

  @Test func modelDirectoryIsComplete() throws {
    let outcome = try place.run(place.training("model", "--seed", "3"))
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(outcome.output.contains("test accuracy  "))
    #expect(outcome.output.contains(place.file("model")))
    #expect(try Model.load(path: place.file("model/model.safetensors")).metadata.name == "custom")
    let metrics = try place.object("model/metrics.json")
    let keys = [
      "accuracy", "loss", "count", "worstClassRecall", "worstClassPrecision", "calibrationError", "reliability",
      "confusion", "report", "rejection", "arch", "parameters", "multiplyAdds", "trainingSeconds", "seed", "data",
    ]
    #expect(Set(metrics.keys) == Set(keys))
    #expect(metrics["seed"] as? Int == 3)
    #expect(metrics["count"] as? Int == 20)
    #expect(metrics["arch"] as? String == Workplace.network)
    let report = try #require(metrics["report"] as? [String: Any])
    let averages = ["accuracy", "macro avg", "weighted avg"]
    #expect(Set(report.keys) == Set((0...9).map(String.init) + averages))
    #expect(Set((report["7"] as? [String: Any] ?? [:]).keys) == ["precision", "recall", "f1-score", "support"])
    let history = try place.object("model/history.json")
    #expect(Set(history.keys) == ["loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"])
    for key in history.keys { #expect((history[key] as? [Double])?.count == 2) }
  }

  @Test func cardAgreesWithTheNumbers() throws {
    _ = try place.run(place.training("model"))
    let card = try String(contentsOfFile: place.file("model/README.md"), encoding: .utf8)
    let accuracy = try #require(try place.object("model/metrics.json")["accuracy"] as? Double)
    #expect(card.hasPrefix("---\nlicense: mit\n"))
    #expect(card.contains("              - type: accuracy\n".dropFirst(4) + "            value: \(accuracy)\n"))
    #expect(card.contains("CC BY-SA 3.0"))
    let command = try #require(card.split(separator: "\n").first { $0.hasPrefix("inkling-train train") })
    #expect(command.contains("--arch '\(Workplace.network)' --csv"))
    #expect(command.contains("--epochs 2 --batch 16 --seed 1 --learning-rate 0.01 --precision f32 --threads 1"))
  }

  @Test func modelIsEvaluatedAndExported() throws {
    _ = try place.run(place.training("model"))
    let test = try place.csv("test.csv", count: 100, seed: 5)
    let model = place.file("model")
    let text = try place.run("evaluate", "--model", model, "--csv", test)
    #expect(text.status == .done, "\(text.errors)")
    #expect(text.output.contains("precision    recall  f1-score   support"))
    let json = try place.run("evaluate", "--model", model, "--csv", test, "--json", "--report", place.file("r.pdf"))
    #expect(json.output.split(separator: "\n").count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["count"] as? Int == 100)
    #expect(object["arch"] == nil)
    let accuracy = try #require(object["accuracy"] as? Double)
    #expect(accuracy > 0.8)
    #expect(try place.bytes("r.pdf").starts(with: Data("%PDF".utf8)))
    #expect(try place.run("evaluate", "--model", model, "--csv", test, "--min-accuracy", "0.5").status == .done)
    _ = try place.csv("wrong.csv", count: 30, seed: 8)
    let export = try place.run("export", "--model", model, "--onnx", place.file("m.onnx"))
    #expect(export.status == .done)
    #expect(try place.bytes("m.onnx").count > 1000)
  }

  @Test func nothingIsReplacedWithoutForce() throws {
    _ = try place.run(place.training("model"))
    let (model, test) = (place.file("model"), try place.csv("test.csv", count: 50, seed: 5))
    for arguments in [
      ["export", "--model", model, "--onnx", try place.write("old", to: "m.onnx")],
      ["evaluate", "--model", model, "--csv", test, "--report", try place.write("old", to: "r.pdf")],
    ] {
      let path = try #require(arguments.last)
      let refused = try place.run(arguments)
      #expect(refused.status == .failed && refused.errors.contains("--force"), "\(refused.errors)")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(try place.run(arguments + ["--force"]).status == .done)
      #expect(try Data(contentsOf: URL(filePath: path)).count > 1000)
    }
  }

  @Test func linesThatAreNoDrawingsAreToldByTheStatus() throws {
    _ = try place.run(place.training("model"))
    let drawing = #"{"label":"1","strokes":[[[0,0],[1,50],[2,100]]]}"#
    let good = try place.write(drawing + "\n", to: "good.ndjson")
    let bad = try place.write("\(drawing)\n{\n{\"strokes\":[[[0,0],[1,1]]]}\n\(drawing)\n", to: "bad.ndjson")
    let model = place.file("model")
    #expect(try place.run("evaluate", "--model", model, "--strokes", good).status == .done)
    let outcome = try place.run("evaluate", "--model", model, "--strokes", bad, "--json")
    #expect(outcome.status == .data && outcome.output.contains("\"count\":2"), "\(outcome.output)")
    #expect(outcome.errors.contains("line 2") && outcome.errors.contains("line 3: a drawing without label"))
    let training = try place.run(place.training("other") + ["--strokes", bad])
    #expect(training.status == .data, "\(training.errors)")
    #expect(FileManager.default.fileExists(atPath: place.file("other/metrics.json")))
  }

  @Test func lowAccuracyHasItsOwnStatus() throws {
    _ = try place.run(place.training("model"))
    let lines = try String(contentsOfFile: place.csv("test.csv"), encoding: .utf8).split(separator: "\n")
    // Every label is one too high.
    let shifted = lines.map { "\((Int($0.prefix(1)) ?? 0) == 9 ? 0 : (Int($0.prefix(1)) ?? 0) + 1)\($0.dropFirst())" }
    let wrong = try place.write(shifted.joined(separator: "\n"), to: "wrong.csv")
    let outcome = try place.run(
      "evaluate", "--model", place.file("model"), "--csv", wrong, "--min-accuracy", "0.9", "--json")
    #expect(outcome.status == .belowMinimum)
    #expect(outcome.errors.contains("is below --min-accuracy 0.9"))
    #expect(!outcome.output.isEmpty)
  }

  @Test func modelsAreFoundByName() throws {
    _ = try place.run(place.training(".local/share/inkling/models/mine"))
    let test = place.file("digits.csv")
    #expect(try place.run("evaluate", "--model", "mine", "--csv", test).status == .done)
    let outcome = try place.run("evaluate", "--model", "mimes", "--csv", test)
    #expect(outcome.status == .model)
    #expect(outcome.errors.hasPrefix("inkling-train: no model 'mimes', neither as a directory nor by name; "))
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    for name in ["one", "two"] { #expect(try place.run(place.training(name, "--ema", "0.9")).status == .done) }
    #expect(try place.run(place.training("three", "--ema", "0.9", "--seed", "2")).status == .done)
    let weights = try ["one", "two", "three"].map { try place.bytes("\($0)/model.safetensors") }
    #expect(weights[0] == weights[1])
    #expect(weights[0] != weights[2])
  }

  @Test(arguments: [1, 7, 11, 15])
  func interruptedAndResumedGivesTheSameBytes(batches: Int) throws {
    _ = try place.run(place.training("whole"))
    let first = try place.run(place.training("parts"), interruptedAfter: batches)
    #expect(first.status == .interrupted)
    #expect(
      first.errors.contains("everything is saved; go on with: inkling-train train --resume \(place.file("parts"))"))
    #expect(!FileManager.default.fileExists(atPath: place.file("parts/metrics.json")))
    let second = try place.run("train", "--resume", place.file("parts"), "--no-figures")
    #expect(second.status == .done, "\(second.errors)")
    #expect(try place.bytes("whole/model.safetensors") == place.bytes("parts/model.safetensors"))
    #expect(try place.bytes("whole/history.json") == place.bytes("parts/history.json"))
    let third = try place.run("train", "--resume", place.file("parts"), "--no-figures")
    #expect(third.status == .done)
    #expect(third.output.contains("this run is finished: 2 of 2 epochs are done; give more --epochs to go on"))
    let longer = try place.run("train", "--resume", place.file("parts"), "--no-figures", "--epochs", "3")
    #expect(longer.status == .done)
    #expect((try place.object("parts/history.json")["loss"] as? [Double])?.count == 3)
  }

  @Test func resultsThatWereNotWrittenAreWrittenByResume() throws {
    _ = try place.run(place.training("model"))
    let weights = try place.bytes("model/model.safetensors")
    for name in ["model.safetensors", "metrics.json", "history.json"] {
      try FileManager.default.removeItem(atPath: place.file("model/\(name)"))
    }
    #expect(try place.run("train", "--resume", place.file("model"), "--no-figures").status == .done)
    #expect(try place.bytes("model/model.safetensors") == weights)
  }

  @Test func lossThatIsNoNumberIsSaid() throws {
    let outcome = try place.run(
      place.training("model", "--optimizer", "sgd", "--learning-rate", "1e30", "--no-augment"))
    #expect(outcome.status == .failed)
    #expect(outcome.errors.contains("inkling-train: Training stopped: the loss is not a number; "))
  }

  @Test func figuresAreWritten() throws {
    let outcome = try place.run(place.training("model").filter { $0 != "--no-figures" })
    #expect(outcome.status == .done, "\(outcome.errors)")
    let figures = [
      "confusion_matrix", "training_history", "sample_images", "class_distribution", "augmented_sample",
      "misclassified", "prediction_result", "calibration",
    ]
    for name in figures { #expect(try place.bytes("model/\(name).png").count > 1000) }
    let card = try String(contentsOfFile: place.file("model/README.md"), encoding: .utf8)
    for name in figures { #expect(card.contains("](\(name).png)")) }
  }
}
