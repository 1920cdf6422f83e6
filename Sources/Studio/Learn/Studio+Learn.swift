import DigitData
import Dispatch
import Graphics
import NeuralNet
import Recognition
import Toolkit
import Training

extension Studio {
  /// Does what the learn screen has asked for.
  func run(_ effect: LearnEffect) {
    switch effect {
    case .give(let orders): give(orders)
    }
  }

  private func give(_ orders: [LearnOrder]) {
    guard !isClosing else { return }
    let work = learning ?? startLearning()
    worksUnderWay += orders.count
    for order in orders { work.give(order) }
  }

  private func startLearning() -> LearnWork {
    let surroundings = LearnRunner.Surroundings(
      digits: mnistOptions(), state: isUnseen ? nil : directories.state,
      models: directories.data.map { $0 + "/models" },
      program: "inkling \(options.version)")
    let mailbox = host.mailbox
    let work = LearnWork(surroundings) { [weak self] report in mailbox.post { self?.take(report) } }
    learning = work
    return work
  }

  private func take(_ report: LearnReport) {
    switch report {
    case .loading(let step): perform(.learn(.loading(step)))
    case .missing(let trouble): perform(.learn(.missing(trouble)))
    case .failed(let reason): perform(.learn(.failed(reason)))
    case .ready(let plan, let progress): perform(.learn(.ready(plan, progress)))
    case .phase(let phase): perform(.learn(.phase(phase)))
    case .moved(let progress): perform(.learn(.moved(progress)))
    case .snapshot(let model):
      learnView.model = model
      perform(.learn(.changed))
    case .ended(let reason, let epoch): perform(.learn(.ended(LearnState.End(reason: reason, keptEpoch: epoch))))
    case .kept(let kept):
      perform(.learn(.kept(kept)))
      let shelf = shelf
      inBackground({ shelf.entries }) { studio, entries in studio.perform(.modelsFound(entries)) }
    case .saveProblem(let problem): perform(.learn(.saveProblem(problem)))
    case .nothingLeft: perform(.learn(.nothingLeft))
    case .done: worksUnderWay -= 1
    }
  }

  /// Takes up what was being trained when the window was closed last.
  func resumeLearning() {
    guard !isUnseen, let state = directories.state, LearnSlot.holdsRun(in: state) else { return }
    perform(.learn(.leftover))
  }

  /// Waits a little for what is being trained.
  func waitForLearning() {
    learnView.desk.queue.sync {}
    learning?.wait()
  }

  // MARK: On the screen

  /// Draws the filters of the network that learns, where somebody looks at them.
  func showLearn(_ moving: inout StudioState.Moving, _ layout: WindowLayout) {
    learnView.focus = stage.focus
    moving.focus = stage.focus
    guard state.tab == .learn else { return }
    if let place = LearnLayout(layout, page: state.learn.page).tiles {
      learnView.draw(in: place, number: state.learn.snapshot, theme: state.theme, scale: state.scale)
    }
    (moving.filters, moving.filterRevision) = (learnView.sheet, learnView.drawings)
    moving.filterWords = learnView.words
  }

  /// Asks the network that learns about the newest ink, where somebody looks at that: one question at a time.
  func wantGuess() {
    guard state.tab == .learn, !learnView.isGuessing, let model = learnView.model else { return }
    let image = state.reading.verdict == .blank || state.reading.verdict == .speck ? nil : state.reading.image
    let question = LearnView.Question(number: state.learn.snapshot, image: image)
    guard question != learnView.question else { return }
    learnView.question = question
    guard let image else {
      if state.learn.guess != nil { _ = state.update(.learn(.guessed(nil))) }
      return
    }
    learnView.isGuessing = true
    let desk = learnView.desk
    inBackground(on: desk.queue, { desk.guess(model, number: question.number, about: image) }) { studio, shares in
      studio.learnView.isGuessing = false
      // An answer without numbers says nothing new.
      if let shares { studio.perform(.learn(.guessed(shares))) } else { studio.changed() }
    }
  }

  // MARK: Pointer and keyboard

  /// Says what the pointer does on the learn screen; false where that is for another.
  func handleLearn(_ event: StageEvent) -> Bool {
    guard state.tab == .learn, state.overlay == nil else { return false }
    switch event {
    case .hovered(.learnHistory, let place), .pressed(.learnHistory, let place as Point?),
      .dragged(.learnHistory, let place as Point?):
      let size = stage.scene[.learnHistory]?.frame.size ?? Size(width: 0, height: 0)
      perform(.learn(.pointedAt(place, size)))
    case .pressed(let name, let place):
      guard let field = LearnField(name) else { return false }
      point(at: place, of: field, isPress: true)
    case .dragged(let name, let place):
      guard let field = LearnField(name) else { return false }
      point(at: place, of: field, isPress: false)
    case .released(let name, _): return LearnField(name) != nil || name == .learnHistory
    default: return false
    }
    return true
  }

  private func point(at place: Point, of field: LearnField, isPress: Bool) {
    guard let element = stage.scene[field.control], let look = element.look as? FieldLook else { return }
    let character = look.character(at: place.x, width: element.frame.width)
    perform(.learn(.pointedAtText(field, character, isPress: isPress)))
  }

  /// Shows the cursor where the keyboard goes to.
  func followLearnFocus() {
    if state.tab == .learn, stage.focus != learnView.focus { changed() }
  }
}
