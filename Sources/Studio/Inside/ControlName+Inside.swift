import Recognition
import Toolkit

extension ControlName {
  static let restoreSteps: ControlName = "pipeline.restore"
  static let exportStages: ControlName = "pipeline.export"
  static let enlarged: ControlName = "inside.enlarged"
  static let insideBack: ControlName = "inside.back"
  static let nextChannel: ControlName = "inside.channel.next"
  static let previousChannel: ControlName = "inside.channel.previous"

  /// A map of a strip, both counted from 0 and named from 1.
  static func map(_ stage: Int, _ map: Int) -> ControlName {
    ControlName(rawValue: "inside.map.\(stage + 1).\(map + 1)")
  }
  static func part(_ part: InsideState.Part) -> ControlName { ControlName(rawValue: "inside.\(part.rawValue)") }

  /// Whether it shows values of the network.
  var isInsideArea: Bool { self == .enlarged || insideMap != nil }

  /// The strip and the map that a name means.
  var insideMap: InsidePlace? {
    let words = rawValue.split(separator: ".")
    guard words.count == 4, words[0] == "inside", words[1] == "map", let stage = Int(words[2]), let map = Int(words[3]),
      stage > 0, map > 0
    else { return nil }
    return InsidePlace(stage: stage - 1, map: map - 1)
  }
}

extension Preprocessor.Steps {
  /// The steps in the order of the pipeline, with their names.
  static let named: [(step: Preprocessor.Steps, name: String)] = [
    (.box, "box"), (.margin, "margin"), (.center, "center"), (.pen, "pen"),
  ]

  /// The step that a switch is for.
  init?(switch name: ControlName) {
    guard let found = Preprocessor.Steps.named.first(where: { "pipeline.\($0.name)" == name.rawValue }) else {
      return nil
    }
    self = found.step
  }
}
