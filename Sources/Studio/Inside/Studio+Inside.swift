import Graphics
import Ink
import Recognition
import Toolkit

extension Studio {
  /// Makes the network in use ready to be looked into.
  func lookInside(_ directory: String) {
    guard let model = judge?.model else { return }
    insideView.use(nil, stages: [])
    inBackground(on: models, { LoadedLayers(model) }) { studio, layers in
      guard studio.state.inside.askedDirectory == directory else { return }
      switch layers.stages {
      case .success(let stages):
        studio.insideView.use(layers.takeSession(), stages: stages)
        studio.perform(.inside(.loaded(stages, directory: directory)))
      case .failure:
        let reason = "This network cannot be shown layer by layer: it is too large"
        studio.perform(.inside(.failed(reason: reason, directory: directory)))
      }
    }
  }

  /// Has the network look at the newest picture and draws its maps; nothing on other screens.
  func showInside() {
    guard state.tab == .inside, insideView.session != nil, !state.inside.stages.isEmpty else { return }
    insideView.look(at: state.reading.image, stroke: state.document.strokeCount)
    let chosen = state.inside.chosen
    let opened = state.inside.isOpen ? chosen : nil
    let findings = insideView.findings(
      at: state.inside.pointed ?? chosen, walk: opened, channel: state.inside.channel)
    if findings != state.inside.findings { _ = state.update(.inside(.found(findings))) }
    insideView.draw(opened == nil ? state.insideStrips.grids : [], alone: opened, theme: state.theme)
  }

  /// Gives the keyboard to what a key or a press has led to.
  func followInside() {
    guard state.inside.wantsKeyboard else { return }
    state.inside.wantsKeyboard = false
    guard state.tab == .inside, let chosen = state.inside.chosen else { return }
    let name: ControlName = state.inside.isOpen ? .enlarged : .map(chosen.stage, chosen.map)
    stage.moveFocus(to: stage.scene[name] == nil ? nil : name)
  }

  /// Says what the pointer does on the Inside screen; false where that is for another.
  func handleInside(_ event: StageEvent) -> Bool {
    guard state.tab == .inside else { return false }
    switch event {
    case .hovered(let name, let place) where name.isInsideArea:
      perform(.inside(.pointed(name, place, areaSize(of: name))))
    case .pressed(let name, let place) where name.isInsideArea:
      perform(.inside(.pressed(name, place, areaSize(of: name))))
    case .dragged(.enlarged, let place): perform(.inside(.pressed(.enlarged, place, areaSize(of: .enlarged))))
    default: return false
    }
    return true
  }

  private func areaSize(of name: ControlName) -> Size { stage.scene[name]?.frame.size ?? Size(width: 0, height: 0) }

  /// Saves the pictures of the pipeline.
  package func exportStages(to path: String) {
    let hasPicture = state.hasPicture
    let pictures = PipelinePictures(
      drawing: state.document.drawing, pen: state.pen, steps: state.inside.steps,
      framing: hasPicture ? nil : state.inside.framing, image: state.reading.image)
    inBackground({
      FileOutcome { () throws(FileTrouble) in
        let picture = Export.Picture(size: PipelinePictures.size, scale: 2, title: "Pipeline") { pictures.draw(on: $0) }
        try Export.save(picture, path: path)
      }
    }) { studio, outcome in
      switch outcome {
      case .done: studio.perform(.saved(path: path))
      case .failed(let reason): studio.perform(.notice(Notice(.bad, reason)))
      }
    }
  }
}
