import Commands
import Testing

@Suite struct ConfigurationTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    _ = try place.csv()
  }

  @Test func optionsWinOverTheFile() throws {
    let file = try place.write(
      """
      {"epochs": 1, "batch": 20, "learningRate": 0.005, "optimizer": "adamw", "labelSmoothing": 0.1, "augment": false,
       "plateauPatience": 4, "augmentation": {"rotation": 5}, "csv": "\(place.file("digits.csv"))"}
      """, to: "run.json")
    let outcome = try place.run(
      "train", "--config", file, "--arch", Workplace.network, "--output", place.file("model"), "--no-figures",
      "--threads", "1", "--batch", "25", "--precision", "f32")
    #expect(outcome.status == .done, "\(outcome.errors)")
    let stored = try place.object("model/config.json")
    #expect(stored["batch"] as? Int == 25)
    #expect(stored["epochs"] as? Int == 1)
    #expect(stored["optimizer"] as? String == "adamw")
    #expect(abs((stored["weightDecay"] as? Double ?? 0) - 0.01) < 1e-6)
    #expect(abs((stored["learningRate"] as? Double ?? 0) - 0.005) < 1e-6)
    #expect(stored["augment"] as? Bool == false)
    #expect(stored["plateauPatience"] as? Int == 4)
    #expect((stored["augmentation"] as? [String: Any])?["rotation"] as? Double == 5)
    #expect(stored["spec"] as? String == Workplace.network)
    #expect(stored["patience"] as? Int == 5)
  }

  @Test func storedConfigurationRepeatsTheRun() throws {
    _ = try place.run(place.training("one", "--label-smoothing", "0.1", "--no-augment", "--clip-norm", "1"))
    let outcome = try place.run(
      "train", "--config", place.file("one/config.json"), "--output", place.file("two"), "--no-figures")
    #expect(outcome.status == .done, "\(outcome.errors)")
    #expect(try place.bytes("one/model.safetensors") == place.bytes("two/model.safetensors"))
    #expect(try place.bytes("one/config.json") == place.bytes("two/config.json"))
  }

  @Test(arguments: [
    (#"{"epoch": 3}"#, #"unknown key "epoch" in FILE; did you mean epochs?"#),
    (#"{"resume": "x"}"#, #"unknown key "resume" in FILE; remove it"#),
    (#"{"epochs": 0}"#, #""epochs" in FILE must be a whole number from 1 to 1000000, not '0'"#),
    (#"{"validation": 1.5}"#, #""validation" in FILE must be at least 0 and below 1, not '1.5'"#),
    (#"{"nesterov": 1}"#, #""nesterov" in FILE must be true or false"#),
    (#"{"optimizer": ["adam"]}"#, #""optimizer" in FILE must be a single value, not a list or an object"#),
    (
      #"{"spec": "dense 10"}"#,
      #""spec" in FILE: layer 1 'dense 10' expects a vector (put flatten or gap before it) but gets 28×28×1"#
    ),
    ("[1]", #"FILE: not a JSON object such as {"epochs": 10, "learningRate": 0.002}"#),
  ])
  func badFilesAreUsageErrors(text: String, message: String) throws {
    let file = try place.write(text, to: "run.json")
    let outcome = try place.run("train", "--config", file, "--output", place.file("model"))
    #expect(outcome.status == .usage)
    #expect(outcome.errors == "inkling-train: \(message.replacing("FILE", with: file))\n")
  }

  @Test func networksCanBeFiles() throws {
    let text = try place.write("flatten\ndense 10\n", to: "small.txt")
    let json = try place.write(#"{"layers": "flatten, dense 10"}"#, to: "small.json")
    for (name, file) in [("a", text), ("b", json)] {
      var arguments = place.training(name)
      arguments[2] = file
      #expect(try place.run(arguments).status == .done)
      #expect(try place.object("\(name)/config.json")["spec"] as? String == "flatten, dense 10")
      #expect(try place.object("\(name)/config.json")["name"] as? String == "small")
    }
    #expect(try place.bytes("a/model.safetensors") == place.bytes("b/model.safetensors"))
  }
}
