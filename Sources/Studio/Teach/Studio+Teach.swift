import DigitData
import Graphics
import Ink
import NeuralNet
import Recognition
import Toolkit
import Training

extension Studio {
  /// Does what the user's own drawings ask for.
  func run(_ effect: TeachEffect) {
    switch effect {
    case .load: loadDrawings()
    case .write(let change): write(change)
    case .ask(let drawings, let generation): ask(about: drawings, generation)
    case .learn(let run, let fetches): teach(run: run, fetches: fetches)
    case .stopLesson: teachWork?.stop()
    case .unlearn(let lesson, let isTold): unlearn(lesson, isTold: isTold)
    case .export(let path): exportDrawings(to: path)
    }
  }

  // MARK: Files

  private var personalStore: PersonalStore? { directories.data.map(PersonalStore.init(data:)) }

  private func loadDrawings() {
    state.teach.session = PersonalStore.newSession()
    guard let store = personalStore else { return }
    inBackground({ store.load() }) { studio, contents in studio.perform(.teach(.loaded(contents))) }
  }

  private func write(_ change: TeachChange) {
    guard let store = personalStore else {
      return perform(
        .teach(.failed(change, reason: "Not kept: there is no home directory to keep your drawings in")))
    }
    inBackground({
      FileOutcome { () throws(FileTrouble) in
        switch change {
        case .added(let drawing): try store.add(drawing)
        case .relabelled(let from, let to): try store.replace(from, with: to)
        case .removed(let drawing, _): try store.remove(drawing)
        }
      }
    }) { studio, outcome in
      guard case .failed(let reason) = outcome else { return }
      studio.perform(.teach(.failed(change, reason: "Not kept. \(reason)")))
    }
  }

  private func exportDrawings(to path: String) {
    let drawings = state.teach.drawings
    inBackground(
      busy: "Exporting …",
      { FileOutcome { () throws(FileTrouble) in try PersonalExport.save(drawings, to: path) } }
    ) { studio, outcome in studio.finish(outcome, path) }
  }

  // MARK: What the model reads

  private func ask(about drawings: [PersonalDrawing], _ generation: Int) {
    guard let model = judge?.model else {
      state.teach.isAsking = false
      return
    }
    inBackground(on: evaluations, { Studio.answers(of: model, to: drawings) }) { studio, answers in
      studio.perform(.teach(.answered(answers, generation: generation)))
    }
  }

  nonisolated private static func answers(
    of model: Model, to drawings: [PersonalDrawing]
  ) -> [String: TeachState.Answer] {
    let digits = DigitSet(pixels: drawings.flatMap(\.image.pixels), labels: [])
    let shares = QuietThread.run { try? Evaluator(model).probabilities(of: digits) } ?? []
    guard shares.count == drawings.count * 10 else { return [:] }
    var answers: [String: TeachState.Answer] = [:]
    for (index, drawing) in drawings.enumerated() {
      let row = shares[index * 10..<index * 10 + 10]
      guard let best = row.indices.max(by: { row[$0] < row[$1] }) else { continue }
      answers[drawing.id] = TeachState.Answer(digit: best - index * 10, confidence: Double(row[best]))
    }
    return answers
  }

  // MARK: Learning

  private func teach(run: Int, fetches: Bool) {
    guard let model = judge?.model, let facts = state.model else { return }
    guard let models = shelf.userModels else {
      return perform(.teach(.notLearned("There is no home directory to keep a model in", run: run)))
    }
    let origin = PersonalModel.base(of: facts.name).flatMap { shelf.installed($0) }
    let base = origin.flatMap { _ in PersonalModel.base(of: facts.name) } ?? facts.name
    let order = TeachWork.Order(
      model: model, base: base, drawings: state.teach.drawings,
      result: PersonalModel(base: base, userModels: models), folder: state.settings.digits,
      program: "inkling \(options.version)")
    let work = TeachWork(order, origin: origin, options: mnistOptions(fetches: fetches))
    teachWork?.stop()
    teachWork = work
    let (setting, directory) = (state.settings.model, facts.directory)
    let mailbox = host.mailbox
    let report = { @Sendable [weak self] (progress: TeachProgress) in
      mailbox.post { self?.perform(.teach(.progressed(progress, run: run))) }
    }
    inBackground(on: evaluations, { QuietThread.run { work.run(report) } }) { studio, result in
      guard let result else { return }
      switch result {
      case .success(let learned):
        let lesson = TeachState.Lesson(
          model: order.result.name, base: base, outcome: learned.outcome, heldBack: learned.heldBack,
          formerSetting: setting, formerDirectory: directory)
        studio.perform(.modelsFound(studio.shelf.entries))
        studio.perform(.teach(.learned(lesson, run: run)))
      case .failure(let trouble): studio.perform(.teach(.notLearned(trouble.reason, run: run)))
      }
    }
  }

  private func unlearn(_ lesson: TeachState.Lesson, isTold: Bool) {
    guard let models = shelf.userModels else { return }
    let learned = PersonalModel(base: lesson.base, userModels: models)
    inBackground(
      on: self.models,
      { () -> String? in
        do throws(FileError) { try learned.undo() } catch { return "Not taken back: \(error.reason)" }
        return nil
      }
    ) { studio, problem in
      studio.perform(.modelsFound(studio.shelf.entries))
      if isTold || problem != nil { studio.perform(.teach(.unlearned(problem))) }
    }
  }
}
