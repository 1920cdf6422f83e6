import Ink
import JSONText
import Recognition

/// Reads a lesson; whatever is wrong with a part of it is named and left out, and the rest is a lesson.
package struct LessonParser {
  /// Longer files are no lessons.
  package static let largestFile = 4 << 20
  package static let mostSteps = 200
  static let mostTroubles = 50
  private static let mostPoints = 100_000
  static let longestText = 300

  var troubles: [LessonTrouble] = []
  private var drawings: [String: Drawing] = [:]
  /// The step that is read, from 1.
  var step: Int?

  private init() {}

  /// The lesson in UTF-8 `bytes`; throws where there is none at all.
  package static func lesson(_ bytes: [UInt8]) throws(LessonTrouble) -> Lesson {
    guard bytes.count <= largestFile else { throw LessonTrouble("it is larger than \(largestFile >> 20) MiB") }
    var parser = LessonParser()
    var reader = JSONReader(bytes)
    let members: [String: String]
    do throws(JSONError) {
      members = try LessonParser.members(&reader)
      try reader.end()
    } catch {
      throw LessonTrouble("it is no lesson in JSON (\(error))")
    }
    return try parser.lesson(members)
  }

  /// The members of an object with their values as JSON.
  private static func members(_ reader: inout JSONReader) throws(JSONError) -> [String: String] {
    var members: [String: String] = [:]
    try reader.object { (reader, key) throws(JSONError) in members[key] = try reader.rawValue() }
    return members
  }

  private mutating func lesson(_ members: [String: String]) throws(LessonTrouble) -> Lesson {
    if let version = value("lesson", members, { (reader) throws(JSONError) in try reader.count() }), version != 1 {
      throw LessonTrouble(member: "lesson", "it is of version \(version); this Inkling reads version 1")
    }
    let title = text("title", members, longest: 80) ?? ""
    if title.isEmpty { report("title", "a lesson needs one; it is called “Lesson”") }
    var lesson = Lesson(title: title.isEmpty ? "Lesson" : title, about: text("about", members) ?? "", steps: [])
    lesson.minutes = whole("minutes", members, in: 1...600)
    lesson.untrained = untrained(members)
    lesson.learning = learning(members)
    readDrawings(members)
    lesson.steps = try steps(members)
    lesson.troubles = troubles
    return lesson
  }

  private mutating func untrained(_ members: [String: String]) -> UntrainedModel {
    var untrained = UntrainedModel.usual
    if let network = text("preset", members, longest: 2_000) { untrained.network = network }
    if let seed = whole("seed", members, in: 0...Int.max) { untrained.seed = UInt64(seed) }
    guard untrained.spec == nil else { return untrained }
    report("preset", "it is no network for digits; the usual one is taken")
    return UntrainedModel(network: UntrainedModel.usual.network, seed: untrained.seed)
  }

  private mutating func learning(_ members: [String: String]) -> LessonLearning? {
    guard
      let inner = value("learn", members, { (reader) throws(JSONError) in try LessonParser.members(&reader) })
    else { return nil }
    var start = UntrainedModel(network: text("preset", inner, of: "learn", longest: 2_000) ?? "mlp", seed: 1)
    if let seed = whole("seed", inner, of: "learn", in: 0...Int.max) { start.seed = UInt64(seed) }
    guard start.spec != nil else {
      report("learn.preset", "it is no network for digits; nothing is learned")
      return nil
    }
    let epochs = whole("epochs", inner, of: "learn", in: 1...1_000) ?? 1
    return LessonLearning(start, epochs: epochs)
  }

  // MARK: Drawings

  private mutating func readDrawings(_ members: [String: String]) {
    let named = value("drawings", members) { (reader) throws(JSONError) in try LessonParser.members(&reader) } ?? [:]
    var points = 0
    for (name, json) in named.sorted(by: { $0.key < $1.key }) {
      do throws(DrawingLineError) {
        var drawing = try Drawing(line: Array(json.utf8))
        points += drawing.pointCount
        guard points <= LessonParser.mostPoints else {
          report("drawings.\(name)", "all drawings have more than 100,000 points; it is left out")
          continue
        }
        if drawing.image != nil { report("drawings.\(name)", "lessons have no pictures; its ink is shown") }
        drawing.image = nil
        drawings[name] = drawing.isOnCanvas ? drawing : drawing.fitted
      } catch {
        report("drawings.\(name)", "\(error); it is left out")
      }
    }
  }

  // MARK: Steps

  private mutating func steps(_ members: [String: String]) throws(LessonTrouble) -> [LessonStep] {
    var texts: [String] = []
    var count = 0
    _ = value("steps", members) { (reader) throws(JSONError) in
      try reader.array { (reader) throws(JSONError) in
        let json = try reader.rawValue()
        count += 1
        if count <= LessonParser.mostSteps { texts.append(json) }
      }
    }
    if count > texts.count { report("steps", "there are more than \(LessonParser.mostSteps); the rest is left out") }
    var steps: [LessonStep] = []
    for (index, json) in texts.enumerated() {
      step = index + 1
      if let next = read(json, number: index + 1, after: steps.last) { steps.append(next) }
    }
    step = nil
    guard steps.isEmpty else { return steps }
    throw troubles.first ?? LessonTrouble(member: "steps", "a lesson needs at least one")
  }

  private mutating func read(_ json: String, number: Int, after last: LessonStep?) -> LessonStep? {
    var reader = JSONReader(Array(json.utf8))
    guard let members = try? LessonParser.members(&reader) else {
      report("", "a step is an object with each key once; it is left out")
      return nil
    }
    guard let words = text("say", members), !words.isEmpty else {
      report("say", "a step needs a sentence; it is left out")
      return nil
    }
    var next = LessonStep(number: number, text: words)
    (next.screen, next.drawing, next.model) = (last?.screen ?? .draw, last?.drawing, last?.model)
    readPlace(members, &next)
    readInk(members, &next)
    readModels(members, &next)
    for key in members.keys.sorted() where !LessonParser.known.contains(key) {
      report(key, "a step has no such member; it means nothing")
    }
    return next
  }

  private static let known: Set<String> = [
    "say", "screen", "drawing", "replay", "moment", "model", "models", "without", "layer", "map", "pixels",
  ]

  private mutating func readPlace(_ members: [String: String], _ step: inout LessonStep) {
    if let name = text("screen", members) {
      if let screen = LessonScreen(name) {
        step.screen = screen
      } else {
        report("screen", "there is no screen “\(name)”; it is shown on \(step.screen.name)")
      }
    }
    step.showsPixels = flag("pixels", members) ?? false
    if let layer = whole("layer", members, in: 1...1_000) { step.strip = layer - 1 }
    let place = value("map", members) { (reader) throws(JSONError) in
      var numbers: [Int] = []
      try reader.array { (reader) throws(JSONError) in
        numbers.append(try reader.count())
        guard numbers.count <= 4, numbers[numbers.count - 1] <= 100_000 else { throw reader.failure("smaller numbers") }
      }
      guard numbers.count == 2 || numbers.count == 4, numbers[0] > 0, numbers[1] > 0 else {
        throw reader.failure("strip and map from 1, or these with row and column")
      }
      return LessonStep.Place(
        strip: numbers[0] - 1, map: numbers[1] - 1, value: numbers.count == 4 ? SIMD2(numbers[2], numbers[3]) : nil)
    }
    step.place = place
  }

  private mutating func readInk(_ members: [String: String], _ step: inout LessonStep) {
    if members["drawing"] == "null" { step.drawing = nil }
    if let name = text("drawing", members) {
      if let drawing = drawings[name] {
        step.drawing = drawing
      } else {
        report("drawing", "this lesson has no drawing “\(name)”; the one before stays")
      }
    }
    step.isReplayed = flag("replay", members) ?? false
    step.moment = value("moment", members) { (reader) throws(JSONError) in
      let share = try reader.double()
      guard (0...1).contains(share) else { throw reader.failure("a number from 0 to 1") }
      return share
    }
    for name in list("without", members) ?? [] {
      if let found = Preprocessor.Steps.named.first(where: { $0.name == name }) {
        step.framing.remove(found.step)
      } else {
        report("without", "framing has no step “\(name)”; it means nothing")
      }
    }
  }

  private mutating func readModels(_ members: [String: String], _ step: inout LessonStep) {
    if let model = text("model", members) { step.model = model == "own" ? nil : model }
    guard let models = list("models", members) else { return }
    step.models = Array(models.prefix(CompareState.most))
    if models.count > CompareState.most {
      report("models", "only \(CompareState.most) fit beside each other; the rest is left out")
    }
  }
}

extension Drawing {
  /// Whether all ink lies on the canvas, in its units.
  fileprivate var isOnCanvas: Bool {
    let range = 0...CanvasSpace.side
    return strokes.allSatisfy { $0.points.allSatisfy { range.contains($0.x) && range.contains($0.y) } }
  }
}
