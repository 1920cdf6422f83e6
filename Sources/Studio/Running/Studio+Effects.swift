import DigitData
import Graphics
import Ink
import Toolkit

extension Studio {
  /// Does what an action has asked for.
  func run(_ effect: Effect) {
    switch effect {
    case .recognise: wantReading()
    case .inkBegan: inkBegan()
    case .inkGrew: inkGrew()
    case .inkEnded: inkEnded()
    case .inkChanged: inkChanged()
    case .inkErased: inkErased()
    case .loadModel(let name): load(name)
    case .copy: copy()
    case .paste: host.requestPaste()
    case .saveSettings: if !isUnseen { settingsFile.save(state.settingsToKeep) }
    case .setFullscreen(let isFullscreen): host.setFullscreen(isFullscreen)
    case .close: close()
    case .listFiles(let directory, let request): list(directory, request)
    case .examineFile(let path, let request): examine(path, request)
    case .open(let path): open(path)
    case .save(let path): save(to: path)
    case .export(let item, let path): export(item, to: path)
    case .copyText(let text): host.offer(ClipboardOffer([ClipboardOffer.text: Array(text.utf8)]))
    case .readFindings(let directory): readFindings(directory)
    case .testDigits(let run, let directory, let fetches):
      testDigits(run: run, directory: directory, fetches: fetches)
    case .stopDigits: digitWork?.stop()
    case .putOnCanvas(let digit): putOnCanvas(digit)
    case .timeAnswer: timeAnswer()
    case .batch(let effect): run(effect)
    case .learn(let effect): run(effect)
    case .image(let effect): run(effect)
    case .compare(let effect): run(effect)
    case .lessons(let effect): run(effect)
    case .teach(let effect): run(effect)
    case .readCard(let directory): readCard(directory)
    case .lookInside(let directory): lookInside(directory)
    case .exportStages(let path): exportStages(to: path)
    }
  }

  // MARK: Ink

  private func inkBegan() {
    guard let point = state.document.drawing.strokes.last?.points.first else { return }
    ink.pen = state.pen
    desk.cancel()
    invalidate(ink.begin(at: point))
    journal?.save(.began([point]))
    wantReading()
  }

  private func inkGrew() {
    guard let point = state.document.drawing.strokes.last?.points.last else { return }
    invalidate(ink.extend(through: CollectionOfOne(point)))
    journal?.save(.extended([point]))
    wantReading()
  }

  private func inkEnded() {
    ink.end()
    tellStrokes()
  }

  private func inkChanged() {
    ink.end()
    redrawChangedInk()
    journal?.save(.replaced(state.savedDrawing))
    wantReading()
    tellStrokes()
  }

  private func inkErased() {
    ink.end()
    invalidate(ink.redraw(state.document.drawing.strokes, inside: erasedPart))
    journal?.save(.replaced(state.savedDrawing))
    wantReading()
    tellStrokes()
  }

  private func tellStrokes() { events?.stroke(strokes: state.document.strokeCount, points: state.document.pointCount) }

  /// Has a part of the canvas drawn again.
  private func invalidate(_ part: Rect) {
    stage.invalidate(CanvasSpace.inWindow(part, shownIn: canvasFrame))
  }

  // MARK: Models

  /// Loads a model away from the main thread, since that takes a second on a busy machine, and goes on with `next`.
  ///
  /// The model in use stays where that fails.
  func load(_ name: String, then next: @escaping @MainActor @Sendable (Studio) -> Void = { _ in }) {
    let shelf = shelf
    let shown = UntrainedModel(path: name) == nil ? SafeName.last(of: name) : UntrainedModel.name
    inBackground(on: models, busy: "Loading model \(shown) …", { LoadedModel(name, from: shelf) }) {
      studio, model in
      studio.use(model, called: name)
      next(studio)
    }
  }

  private func use(_ model: LoadedModel, called name: String) {
    switch model.facts {
    case .success(let facts):
      judge = model.takeJudge()
      perform(.modelLoaded(facts))
    case .failure(let failure):
      if name == options.model { note(.model, failure.reason) }
      perform(.modelFailed(name: name, reason: failure.reason))
    }
  }
}

extension StudioState {
  /// The drawing as it is written to files: with the width of its pen.
  var savedDrawing: Drawing {
    var drawing = document.drawing
    drawing.width = settings.penWidth
    return drawing
  }
}
