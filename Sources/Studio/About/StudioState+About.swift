import Charts
import Graphics
import JSONText
import NeuralNet
import Toolkit

extension StudioState {
  /// Asks for the card of the model in use where the screen needs it and has not got it.
  mutating func wantCard() -> [Effect] {
    guard tab == .about, let model, about.askedDirectory != model.directory else { return [] }
    (about.askedDirectory, about.card) = (model.directory, nil)
    if about.page == .model { about.scroll = 0 }
    return [.readCard(directory: model.directory)]
  }

  mutating func update(_ action: AboutAction) -> [Effect] {
    switch action {
    case .card(let blocks, let directory):
      // Another model may have been chosen meanwhile.
      guard directory == about.askedDirectory else { return [] }
      about.card = blocks
    case .pressed(let place): about.grip = (place.y, about.scroll)
    case .dragged(let place):
      if let grip = about.grip { scrollAbout(to: grip.scroll + grip.place - place.y) }
    }
    return []
  }

  /// Does what a control of this screen, or one that leads to it, is for; nil where it belongs to another.
  mutating func pressAbout(_ name: ControlName) -> [Effect]? {
    if name == .about || name == .aboutAtHome { return choose(.about) }
    guard tab == .about else { return nil }
    if name == .closeAbout { return choose(about.before) }
    guard let page = AboutState.Page.allCases.first(where: { ControlName.aboutPage($0) == name }) else { return nil }
    (about.page, about.scroll) = (page, 0)
    return []
  }

  /// Does what a key is for on this screen; nil where it is for nothing there.
  mutating func updateAbout(_ event: KeyEvent) -> [Effect]? {
    guard overlay == nil, event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return nil }
    let pageful = max(40, about.height - 40)
    switch event.key {
    case .up: scrollAbout(by: -40)
    case .down: scrollAbout(by: 40)
    case .pageUp: scrollAbout(by: -pageful)
    case .pageDown, .space: scrollAbout(by: pageful)
    case .home: scrollAbout(to: 0)
    case .end: scrollAbout(to: .infinity)
    case .escape where notice == nil: return choose(about.before)
    default: return nil
    }
    return []
  }

  mutating func scrollAbout(by distance: Double) { scrollAbout(to: about.scroll + distance) }

  private mutating func scrollAbout(to place: Double) {
    about.scroll = max(0, min(place, (about.laidOut?.height ?? 0) - about.height))
  }

  // MARK: Layout

  /// Where the text is.
  func aboutFrame(_ layout: WindowLayout) -> Rect {
    let body = layout.body.inset(by: layout.room == .compact ? 12 : 24)
    let width = min(body.width, 820)
    return Rect(
      x: ((layout.body.width - width) / 2).rounded(), y: body.y + 48, width: width, height: max(40, body.height - 48))
  }

  /// Breaks the text into lines where it, or the room for it, has changed.
  mutating func layOutAbout(_ layout: WindowLayout) {
    guard tab == .about else { return }
    let frame = aboutFrame(layout)
    let width = frame.width - CardLook.margin
    let source = about.page == .program ? AboutWords.program(version: about.version) : about.card ?? []
    if about.laidOut?.width != width || about.source != source {
      (about.laidOut, about.source) = (CardPage(source, width: width), source)
    }
    about.height = frame.height
    scrollAbout(by: 0)
  }

  /// The two texts, one of them shown.
  func aboutScreen(_ layout: WindowLayout) -> [Element] {
    let frame = aboutFrame(layout)
    var x = frame.x
    var elements = AboutState.Page.allCases.map { page in
      let title = page == .model ? "The model \(SafeName.text(model?.name ?? ""))" : "Inkling, data and licences"
      let width = min(320, (Font.body.width(of: title) + 24).rounded(.up))
      defer { x += width + 4 }
      let isCurrent = page == about.page
      return Element(
        .aboutPage(page), Rect(x: x, y: frame.y - 48, width: width, height: 36),
        PageTabLook(text: title, isCurrent: isCurrent, font: .body),
        role: .choice(group: "about.pages", isChosen: isCurrent), cursor: .hand)
    }
    elements.append(
      Element(
        .closeAbout, Rect(x: frame.maxX - 36, y: frame.y - 48, width: 36, height: 36),
        ButtonLook("", icon: .close, style: .bare), role: .button, hint: "Back (Esc)", cursor: .hand))
    if about.page == .model, about.card == nil {
      let words = model == nil ? modelProblem ?? "The model is loading" : "Reading the text about the model"
      let line = Rect(x: frame.x, y: frame.y, width: frame.width, height: 22)
      return elements + [Element("about.wait", line, LabelLook(words, .body, .muted))]
    }
    guard let page = about.laidOut else { return elements }
    return elements + [Element(.aboutText, frame, CardLook(page: page, scroll: about.scroll), role: .area)]
  }

  // MARK: Words

  /// The numbers of this screen as JSON.
  package var aboutValues: [(key: String, value: String)] {
    [
      ("page", JSONWriter.string(about.page.rawValue)), ("version", JSONWriter.string(about.version)),
      ("oneDNN", JSONWriter.string(KernelLibrary.version)), ("cairo", JSONWriter.string(DrawingLibrary.version)),
      ("swift", JSONWriter.string(AboutWords.compiler)), ("lines", "\(about.laidOut?.texts.count ?? 0)"),
      ("scroll", JSONWriter.number(about.scroll.rounded())),
    ]
  }

  /// One plain sentence about this screen.
  var aboutReadOut: String { "Arrow keys and Page Up, Page Down scroll; Esc goes back." }
}
