import Graphics
import Ink
import Toolkit

extension StudioState {
  func topBar(_ layout: WindowLayout) -> [Element] {
    let bar = tabBar(layout)
    let tabs = bar.places.map { place in
      Element(
        place.tab.control, place.frame, TabLook(place.tab.title, isCurrent: place.tab == tab, font: bar.font),
        role: .choice(group: "tabs", isChosen: place.tab == tab), cursor: .hand)
    }
    return [Element("top", layout.top, PanelLook(.surface, edges: .bottom), role: .panel)] + tabs + topButtons(layout)
  }

  /// The tabs as far as there is room for them.
  func tabBar(_ layout: WindowLayout) -> TabBar {
    let isCompact = layout.room == .compact
    func bar(_ buttons: Int) -> TabBar {
      TabBar(
        current: tab, width: modelMenuFrame(layout, buttons: buttons).x - 4, height: layout.top.height,
        isCompact: isCompact)
    }
    let all = bar(isCompact ? 1 : 2)
    // The menu itself takes room, too.
    return isCompact || all.hidden.isEmpty ? all : bar(3)
  }

  private func modelMenuFrame(_ layout: WindowLayout, buttons: Int) -> Rect {
    let isCompact = layout.room == .compact
    let width: Double = isCompact ? 164 : 200
    let right = layout.size.width - (isCompact ? 8 : 16) - 40 * Double(buttons)
    return Rect(
      x: right - width - (isCompact ? 4 : 8), y: (layout.top.height - 36) / 2, width: width, height: 36)
  }

  private func topButtons(_ layout: WindowLayout) -> [Element] {
    let isCompact = layout.room == .compact
    let more = (ControlName.more, Icon.more, isCompact ? "Settings, paste, help and more" : "More screens")
    var buttons: [(ControlName, Icon, String)] = [
      (.help, .help, "Keyboard shortcuts (F1)"), (.settings, .settings, "Settings"),
    ]
    if isCompact { buttons = [more] } else if !tabBar(layout).hidden.isEmpty { buttons.insert(more, at: 0) }
    let menu = modelMenuFrame(layout, buttons: buttons.count)
    var right = layout.size.width - (isCompact ? 8 : 16)
    var elements: [Element] = []
    for (name, icon, hint) in buttons {
      let frame = Rect(x: right - 36, y: menu.y, width: 36, height: menu.height)
      elements.insert(
        Element(
          name, frame, ButtonLook("", icon: icon, style: .bare), role: .button, hint: hint, cursor: .hand), at: 0)
      right -= 40
    }
    let value = model?.name ?? (modelProblem == nil ? settings.model ?? Settings.usualModel : "none")
    return [
      Element(
        .modelMenu, menu, SelectLook("Model", value: value, isOpen: overlay == .models), role: .button,
        hint: "Which network reads the drawing: \(value)", cursor: .hand)
    ] + elements
  }

  func statusLine(_ layout: WindowLayout) -> [Element] {
    let inner = layout.status.inset(left: layout.room == .compact ? 12 : 16, right: layout.room == .compact ? 12 : 16)
    let saving = saveProblem ?? busy ?? learningElsewhere ?? screenStatus
    let readOut = screenReadOut
    // What is read stays whole as long as anything does; then the right half goes.
    let wanted = Font.secondary.width(of: readOut).rounded(.up) + 2
    let saved = Font.secondary.width(of: saving) + 24
    let hasBadge = tab == .draw && inside.stepsOff > 0
    let hasNews = saveProblem != nil || busy != nil || learningElsewhere != nil || hasBadge
    let hasBoth = hasNews || wanted + saved <= inner.width
    let split = hasBoth ? max((inner.width * 0.4).rounded(), min(wanted, inner.width - saved)) : inner.width
    let left = Rect(x: inner.x, y: inner.y, width: split, height: inner.height)
    let right = Rect(x: inner.x + split, y: inner.y, width: inner.width - split, height: inner.height)
    return [
      Element("status", layout.status, PanelLook(.surface, edges: .top), role: .panel),
      Element("status.answer", left, LabelLook(readOut, .secondary)),
      stepsBadgeInStatus(layout, right)
        ?? Element(
          "status.saved", right,
          LabelLook(saving, .secondary, saveProblem == nil ? .muted : .bad, .trailing)),
    ]
  }

  /// What the left half of the status line says.
  private var screenReadOut: String {
    switch tab {
    case .performance: performanceReadOut
    case .batch: batchReadOut
    case .image: imageReadOut
    case .compare: compareReadOut
    case .about: aboutReadOut
    case .why: whyReadOut
    case .draw where isNumber: numberWords.readOut
    case .learn: learnReadOut
    case .lessons: lessonsReadOut
    case .teach: teachReadOut
    case .home, .draw, .inside: words.readOut + stepsNote
    }
  }

  /// What its right half says where nothing is the matter.
  private var screenStatus: String {
    switch tab {
    case .performance: performanceStatus
    case .batch: batchStatus
    case .image: imageStatus
    case .compare: compareStatus
    case .about: ""
    case .inside: insideStatus
    case .learn: learnStatus
    case .lessons: ""
    case .teach: teachStatus
    case .home, .draw, .why: "Saved as you draw"
    }
  }

  /// A notice that is longer ends with "…".
  private static let mostNoticeLines = 3

  func noticeBar(_ notice: Notice, _ layout: WindowLayout) -> [Element] {
    let undoWidth: Double = notice.undo == nil ? 0 : 80
    let room = layout.size.width - 32 - 44 - 48 - undoWidth
    let lines = Font.body.lines(of: notice.text, width: room, most: StudioState.mostNoticeLines)
    let text = min(room, lines.map { Font.body.width(of: $0) }.max() ?? 0).rounded(.up)
    let (width, height) = (text + 44 + 48 + undoWidth, 24 + LinesLook.lineHeight * Double(max(1, lines.count)))
    let frame = Rect(
      x: ((layout.size.width - width) / 2).rounded(), y: layout.status.y - 12 - height, width: width, height: height)
    // What has no room on the lines is said by the pointer.
    let hint = lines.joined(separator: " ").hasSuffix("…") ? notice.text : ""
    let (icon, tone): (Icon, Tone) =
      switch notice.kind {
      case .good: (.check, .good)
      case .warning: (.warning, .warn)
      case .bad: (.warning, .bad)
      }
    let close = Rect(x: frame.maxX - 40, y: frame.y + 4, width: 36, height: 36)
    return [
      Element("notice", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel, hint: hint),
      Element("notice.icon", Rect(x: frame.x + 8, y: frame.y, width: 28, height: 44), IconLook(icon, tone)),
      Element(
        "notice.text", Rect(x: frame.x + 44, y: frame.y, width: text, height: height),
        LinesLook(lines: lines, text: notice.text)),
      Element(
        .closeNotice, close, ButtonLook("", icon: .close, style: .bare), role: .button, hint: "Close", cursor: .hand),
    ]
      + (notice.undo.map { _ in
        let place = Rect(x: close.x - undoWidth, y: close.y, width: undoWidth - 8, height: 36)
        return [
          Element(
            .undoNotice, place, ButtonLook("Undo"), role: .button, hint: "Take it back",
            cursor: .hand)
        ]
      } ?? [])
  }

  /// What is said about the drawing now.
  package var words: AnswerWords {
    AnswerWords(
      reading, isFresh: settings.isLive || reading.revision == document.revision || document.isBlank, hasDrawn: hasDrawn
    )
  }
}
