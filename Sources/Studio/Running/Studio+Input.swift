import Graphics
import Ink
public import Toolkit

extension Studio {
  public func handle(_ event: InputEvent) {
    switch event {
    case .settings(let settings): perform(.settings(settings))
    case .resized(let size): perform(.resized(size))
    case .dragging(let place): perform(.dragging(place != nil))
    case .delivery(let delivery): receive(delivery)
    case .closeRequested: close()
    case .pointer(let pointer):
      handledEvent = pointer.milliseconds
      if case .down = pointer.phase { catchUp() }
    case .key(let key):
      handledEvent = key.milliseconds
      catchUp()
    case .scroll(let scroll): handledEvent = scroll.milliseconds
    case .exposed, .focus: break
    }
    newestEvent = handledEvent ?? newestEvent
    defer { handledEvent = nil }
    if case .key(let key) = event, state.leadsLesson(key) { return perform(.key(key, focus: nil)) }
    for stageEvent in stage.handle(event) { handle(stageEvent) }
    followLearnFocus()
  }

  /// What is pressed next means the state as it is now, not as it was in the last frame.
  private func catchUp() { if changedSince != nil { show(at: host.now) } }

  private func handle(_ event: StageEvent) {
    if handleInside(event) || handleLearn(event) { return }
    switch event {
    case .paper(_, let pointer): handleInk(pointer)
    case .activated(let name): perform(.control(name))
    case .changed(let name, let value): perform(.value(name, value))
    case .dismissed: perform(.dismiss)
    case .scrolled(let name, let scroll): perform(.scrolled(name, scroll))
    case .key(let key, let focus): perform(.key(key, focus: focus))
    case .hovered(.network, let place), .pressed(.network, let place as Point?):
      perform(.pixel(place.flatMap { NetworkLook.pixel(at: $0, side: networkSide) }))
    case .dragged(.network, let place):
      perform(.pixel(NetworkLook.pixel(at: place, side: networkSide)))
    case .menu(let place): perform(.menu(place))
    case .pressed(FileChooser.name, let place): pointAtName(place, isPress: true)
    case .dragged(FileChooser.name, let place): pointAtName(place, isPress: false)
    case .pressed(FileChooser.list, let place): perform(.pressedFile(place, now: host.now))
    case .dragged(FileChooser.list, let place): perform(.draggedFile(place))
    case .hovered(FileChooser.list, let place): perform(.hoveredFile(place))
    case .hovered(let name, let place) where state.tab == .batch:
      perform(.batch(.pointed(name, place, size(of: name))))
    case .pressed(let name, let place) where state.tab == .batch:
      perform(.batch(.pressed(name, place, size(of: name), now: host.now)))
    case .dragged(let name, let place) where state.tab == .batch:
      perform(.batch(.dragged(name, place, size(of: name))))
    case .released where state.tab == .batch: perform(.batch(.released))
    case .hovered(let name, let place) where state.tab == .compare:
      perform(.compare(.pointed(name, place, size(of: name))))
    case .pressed(let name, let place) where state.tab == .compare,
      .dragged(let name, let place) where state.tab == .compare:
      perform(.compare(.pressed(name, place, size(of: name))))
    case .pressed(.teachDrawings, let place), .dragged(.teachDrawings, let place):
      perform(.teach(.pressed(place, size(of: .teachDrawings))))
    case .pressed(.aboutText, let place): perform(.about(.pressed(place)))
    case .dragged(.aboutText, let place): perform(.about(.dragged(place)))
    case .pressed(.photo, let place): perform(.image(.pressed(place, size(of: .photo))))
    case .dragged(.photo, let place): perform(.image(.dragged(place, size(of: .photo))))
    case .hovered(.whyMap, let place), .pressed(.whyMap, let place as Point?), .dragged(.whyMap, let place as Point?):
      perform(.why(.pointed(place, size(of: .whyMap))))
    case .hovered(let name, let place): perform(.performance(.pointed(name, place, size(of: name))))
    case .pressed(let name, let place), .dragged(let name, let place):
      perform(.performance(.pressed(name, place, size(of: name))))
    case .released(let name, let place): perform(.performance(.released(name, place, size(of: name))))
    }
  }

  private func pointAtName(_ place: Point, isPress: Bool) {
    guard let element = stage.scene[FileChooser.name], let field = element.look as? FieldLook else { return }
    perform(.pointedAtName(field.character(at: place.x, width: element.frame.width), isPress: isPress))
  }

  private func size(of name: ControlName) -> Size {
    stage.scene[name]?.frame.size ?? Size(width: 0, height: 0)
  }

  private var networkSide: Double { stage.scene[.network]?.frame.width ?? 1 }

  private func handleInk(_ event: PointerEvent) {
    let canvas = canvasFrame
    let unit = CanvasSpace.side / canvas.width
    let place = SIMD2((event.position.x - canvas.x) * unit, (event.position.y - canvas.y) * unit)
    let isEraser = event.tool == .eraser || state.tool == .eraser
    if case .down(let button) = event.phase, state.drawingDevice == nil, state.erasingDevice == nil {
      heldButton = button
    }
    switch event.phase {
    case .down(.primary) where !isEraser: perform(.ink(.begin(point(place, event), device: event.device)))
    case .down(.primary), .down(.secondary): beginErasing(at: place, event)
    case .moved where state.drawingDevice == event.device:
      perform(.ink(.extend(point(place, event), device: event.device)))
    case .moved where state.erasingDevice == event.device: erase(to: place, event)
    case .moved where isEraser: perform(.ink(.hover(place)))
    case .up(heldButton), .cancelled: endInk(event, place)
    case .moved where state.eraser != nil, .left where state.eraser != nil: perform(.ink(.hover(nil)))
    case .down, .up, .moved, .entered, .left: break
    }
  }

  private func beginErasing(at place: SIMD2<Double>, _ event: PointerEvent) {
    perform(.ink(.hover(nil)))
    perform(.ink(.beginErasing(device: event.device)))
    erase(to: place, event)
  }

  private func erase(to place: SIMD2<Double>, _ event: PointerEvent) {
    guard state.erasingDevice == event.device else { return }
    let from = state.eraser ?? place
    eraser.pen = state.pen
    let touched = eraser.touched(
      from: Point(x: from.x, y: from.y), to: Point(x: place.x, y: place.y), in: state.document.drawing.strokes)
    erasedPart = ink.bounds(of: touched.map { state.document.drawing.strokes[$0] })
    perform(.ink(.hover(place)))
    perform(.ink(.erase(touched, device: event.device)))
  }

  private func endInk(_ event: PointerEvent, _ place: SIMD2<Double>) {
    if state.drawingDevice == event.device {
      if event.phase == .up(.primary) { extendToRelease(event, place) }
      perform(.ink(.end(device: event.device)))
    } else if state.erasingDevice == event.device {
      perform(.ink(.endErasing(device: event.device)))
    }
  }

  /// The line ends where the pen left the paper.
  private func extendToRelease(_ event: PointerEvent, _ place: SIMD2<Double>) {
    guard let last = state.document.drawing.strokes.last?.points.last, last.x != place.x || last.y != place.y else {
      return
    }
    var end = point(place, event)
    // A pen that leaves the paper presses no more; its last pressure is the one that counts.
    end.pressure = last.pressure
    perform(.ink(.extend(end, device: event.device)))
  }

  private func point(_ place: SIMD2<Double>, _ event: PointerEvent) -> InkPoint {
    let start = state.inkClock ?? event.milliseconds
    if state.inkClock == nil { state.inkClock = start }
    newestInk = event.milliseconds
    return InkPoint(
      x: place.x, y: place.y, pressure: event.pressure, milliseconds: Double(event.milliseconds &- start))
  }

  private func receive(_ delivery: Delivery) {
    if delivery.way == .paste, case .files = state.overlay { return perform(.delivered(delivery)) }
    perform(.delivered(delivery))
    guard case .picture(let bytes) = delivery.contents else { return }
    state.tab == .image ? decodePhoto(bytes) : place(bytes)
  }

  /// Keeps what was drawn and ends.
  func close() {
    guard !isClosing else { return }
    isClosing = true
    keepEverything()
    events?.closed()
    figures?.write(points: state.document.pointCount)
    host.close()
  }
}
