import Charts
import Graphics
import NeuralNet
import Toolkit

extension StudioState {
  /// Network, rules and data, each to be chosen or typed; side by side where the place is split.
  func learnSettings(in rect: Rect, focus: ControlName?, isSplit: Bool) -> [Element] {
    let half = ((rect.width - 24) / 2).rounded()
    var left = PanelColumn(in: isSplit ? Rect(x: rect.x, y: rect.y, width: half, height: rect.height) : rect)
    addNetwork(to: &left, focus)
    var right = left
    if isSplit {
      right = PanelColumn(in: rect.inset(left: half + 24))
    } else {
      right = PanelColumn(in: rect.inset(top: left.y + 16 - rect.y))
    }
    addRules(to: &right, focus)
    addData(to: &right)
    addCopy(to: &right)
    return left.elements + right.elements
  }

  private func addNetwork(to column: inout PanelColumn, _ focus: ControlName?) {
    column.add("learn.network", LearnLayout.head, LabelLook("Network", .section))
    column.gap(4)
    column.add(
      .learnPreset, 36, SelectLook("", value: learn.settings.preset.title, isOpen: overlay == .learnPresets),
      role: .button, hint: "Networks to begin with")
    column.gap(4)
    addLines(learn.settings.preset.why, 3, .muted, named: "learn.why", to: &column)
    column.gap(6)
    column.add(field(.layers, column.place(36), focus))
    column.gap(36 + 4)
    let (words, tone) = networkWords
    addLines(words, 4, tone, named: "learn.fit", to: &column)
  }

  /// What the layers come to, or why they do not.
  private var networkWords: (String, Tone) {
    do throws(LearnSettings.Problem) {
      let spec = try learn.settings.network
      let size = "\(NumberText.grouped(spec.parameterCount)) values to learn, "
      return (size + "\(NumberText.grouped(spec.multiplyAdds)) multiply-adds for one digit", .muted)
    } catch {
      return (error.text.capitalisedFirst, .bad)
    }
  }

  /// Words in a fixed number of lines, so that nothing below them jumps.
  private func addLines(
    _ text: String, _ count: Int, _ tone: Tone, named name: ControlName, to column: inout PanelColumn
  ) {
    let lines = Font.secondary.lines(of: text, width: column.width, most: 4)
    for index in 0..<count {
      let line = index < count - 1 ? lines.dropFirst(index).first ?? "" : lines.dropFirst(index).joined(separator: " ")
      column.add(name.part(index), 18, LabelLook(line, .secondary, tone))
    }
  }

  private func addRules(to column: inout PanelColumn, _ focus: ControlName?) {
    let rows: [[LearnField]] = [[.epochs, .seed], [.rate, .patience], [.target, .seconds]]
    let gap = 16.0
    let width = ((column.width - gap) / 2).rounded()
    for row in rows where column.hasRoom(for: 36) {
      for (index, one) in row.enumerated() {
        let place = Rect(x: column.x + Double(index) * (width + gap), y: column.y, width: width, height: 36)
        let label = Font.secondary.width(of: "Target, %") + 8
        column.add(
          Element(
            one.control.part("title"), Rect(x: place.x, y: place.y, width: label, height: 36),
            LabelLook(one.title, .secondary, .muted)))
        column.add(field(one, place.inset(left: label), focus))
      }
      column.gap(44)
    }
    guard case .failure(let problem) = learnPlan, problem.field != .layers else { return column.gap(18) }
    column.add("learn.problem", 18, LabelLook(problem.text.capitalisedFirst, .caption, .bad))
  }

  private func field(_ field: LearnField, _ place: Rect, _ focus: ControlName?) -> Element {
    let text = learn.settings[field]
    let hasCursor = focus == field.control && overlay == nil
    return Element(
      field.control, place,
      FieldLook(
        text.text, placeholder: field.placeholder, cursor: hasCursor ? text.cursor : nil,
        selection: hasCursor ? text.selection : 0..<0),
      role: .text, hint: field.hint, cursor: .text)
  }

  private func addData(to column: inout PanelColumn) {
    column.add(
      .learnAugment, 36, SwitchLook("Change digits at random", isOn: learn.settings.augments), role: .button,
      hint: "Each time a digit comes it is turned, moved, sized, slanted and bent a little")
    column.gap(4)
    guard column.hasRoom(for: 36) else { return }
    let box = column.place(36)
    column.add(Element("learn.data", box, PanelLook(.control, radius: 8)))
    let name = learn.settings.csv.map { SafeName.last(of: $0) } ?? "CSV file"
    let choices = [
      (ControlName.learnMNIST, "MNIST", learn.settings.csv == nil), (.learnCSV, name, learn.settings.csv != nil),
    ]
    for (index, choice) in choices.enumerated() {
      let frame = Rect(x: box.x + Double(index) * box.width / 2, y: box.y, width: box.width / 2, height: box.height)
      column.add(
        Element(
          choice.0, frame, SegmentLook(choice.1, isChosen: choice.2), role: .button,
          hint: index == 0 ? "60,000 digits by many writers" : "Your own: a label and 784 pixels in each row",
          cursor: .hand))
    }
    column.gap(36 + 8)
  }

  private func addCopy(to column: inout PanelColumn) {
    column.add(
      .learnCopy, 36, ButtonLook("Copy settings"), role: .button,
      hint: "Puts the command that trains the same in a terminal on the clipboard")
    guard let plan = learn.plan, learn.phase != .ended, let now = try? learnPlan.get(), now != plan else { return }
    column.gap(4)
    column.add("learn.changed", 18, LabelLook("Changed: Rewind begins with this", .caption, .warn))
  }

  /// The networks to begin with.
  func learnPresetMenu(_ layout: WindowLayout) -> [Element] {
    let rows = LearnPreset.allCases.map { preset in
      (
        preset.control,
        RowLook(preset.title, detail: preset.remark, isChosen: preset == learn.settings.preset, hasMark: true)
      )
    }
    let place = LearnLayout(layout, page: learn.page).settings ?? layout.body
    return menu(rows, x: place.x, y: place.y + LearnLayout.head + 4 + 40, width: 340)
  }
}
