import Charts
import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// A photograph, what becomes of it on its way to the network, the answer, and what can be corrected.
  func imageScreen(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let parts = ImageLayout(layout, scale: scale)
    return imageHead(parts) + photoElements(parts, moving) + stageElements(parts) + imagePanel(parts, layout, moving)
  }

  private func imageHead(_ parts: ImageLayout) -> [Element] {
    let isCompact = parts.isCompact
    let has = image.photo != nil
    let buttons: [(ControlName, String, Icon, String, Double, Bool)] = [
      (.photoToCanvas, "Put on canvas", .pen, "The picture, or the corrected digit, under the ink", 152, has),
      (
        .exportFrame, isCompact ? "" : "Export", .export, "What the network sees as a PNG (Ctrl+Shift+E)",
        isCompact ? 36 : 104, image.frame != nil
      ),
      (.paste, isCompact ? "" : "Paste", .paste, "Paste a picture (Ctrl+V)", isCompact ? 36 : 92, true),
      (.openPhoto, isCompact ? "" : "Open", .open, "Open a picture (Ctrl+O)", isCompact ? 36 : 92, true),
    ]
    var right = parts.head.maxX
    var elements: [Element] = []
    for (name, label, icon, hint, width, isEnabled) in buttons {
      let frame = Rect(x: right - width, y: parts.head.y, width: width, height: parts.head.height)
      let style: ButtonLook.Style = name == .photoToCanvas && has ? .primary : .filled
      elements.insert(
        Element(
          name, frame, ButtonLook(label, icon: icon, style: style), role: .button, isEnabled: isEnabled, hint: hint,
          cursor: .hand), at: 0)
      right -= width + 8
    }
    return imageTitle(Rect(x: parts.head.x, y: parts.head.y, width: right - parts.head.x - 8, height: 36)) + elements
  }

  private func imageTitle(_ frame: Rect) -> [Element] {
    let name = image.photo?.name ?? (image.isLoading ? "Opening" : "No picture yet")
    let width = min(frame.width, Font.title.width(of: name) + 2)
    let title = Rect(x: frame.x, y: frame.y, width: width, height: frame.height)
    var elements = [Element("image.title", title, LabelLook(name, .title))]
    let rest = Rect(x: title.maxX + 14, y: frame.y, width: frame.maxX - title.maxX - 14, height: frame.height)
    guard let size = image.photo?.pixels else { return elements }
    let detail = "\(NumberText.grouped(size.width)) × \(NumberText.grouped(size.height))"
    guard Font.secondary.width(of: detail) <= rest.width else { return elements }
    elements.append(Element("image.detail", rest, LabelLook(detail, .secondary, .muted)))
    return elements
  }

  // MARK: Pictures

  private func photoElements(_ parts: ImageLayout, _ moving: Moving) -> [Element] {
    let crop = image.options.crop
    let how =
      crop == nil ? "Drag a rectangle around the digit" : "Pull the handles; arrow keys move it, Delete removes it"
    let title = stageTitle("image.photo", "Original", how, in: parts.photo, parts)
    guard let photo = image.photo else { return title + invitation(in: parts.photo.inset(top: parts.titleHeight)) }
    return title + [
      Element(
        .photo, parts.photoArea, PhotoLook(photo: photo, layer: moving.photo, crop: crop), role: .area,
        cursor: .crosshair)
    ]
  }

  private func invitation(in frame: Rect) -> [Element] {
    let top = frame.midY - 50
    let lines = [
      "Drop or paste a photograph, a scan or a screenshot of a digit", "PNG or JPEG, dark on light or light on dark",
    ]
    let button = Rect(x: frame.midX - 80, y: top + 64, width: 160, height: 36)
    return [
      Element("image.drop", frame, DropLook(isTarget: isDropTarget)),
      Element(
        "image.invitation", Rect(x: frame.x + 8, y: top, width: frame.width - 16, height: 22),
        LabelLook(lines[0], .body, .text, .center)),
      Element(
        "image.formats", Rect(x: frame.x + 8, y: top + 24, width: frame.width - 16, height: 20),
        LabelLook(lines[1], .secondary, .muted, .center)),
      Element(
        ControlName.openPhoto.part("large"), button, ButtonLook("Open a picture", icon: .open, style: .primary),
        role: .button, hint: "Ctrl+O", cursor: .hand),
    ]
  }

  private func stageElements(_ parts: ImageLayout) -> [Element] {
    let stages = image.findings?.stages
    let titles = [
      ("image.ink", "1  Ink", image.findings.map { $0.isDarkInk ? "Darker than the paper" : "Lighter than the paper" }),
      ("image.digit", "2  Digit", "Above the threshold, in its box"),
      ("image.network", "3  Network sees", "28 × 28, centred by its mass"),
    ]
    let looks: [any Look] = [
      StageLook(image: image.findings?.ink), StageLook(image: image.findings?.marks, box: stages?.box),
      NetworkLook(image: stages?.frame, pixel: nil),
    ]
    return zip(zip(titles, looks), parts.stages).flatMap { stage, frame in
      let ((id, title, how), look) = stage
      let name = ControlName(rawValue: id)
      let picture = Rect(x: frame.x, y: frame.maxY - parts.side, width: parts.side, height: parts.side)
      return stageTitle(name, title, how ?? "How far from the paper", in: frame, parts) + [
        Element(name, picture.snapped(to: scale), look)
      ]
    }
  }

  private func stageTitle(
    _ name: ControlName, _ title: String, _ how: String, in frame: Rect, _ parts: ImageLayout
  ) -> [Element] {
    let first = Rect(x: frame.x, y: frame.y, width: frame.width, height: 20)
    guard !parts.isCompact else { return [Element(name.part("title"), first, LabelLook(title, .secondaryBold))] }
    let second = Rect(x: frame.x, y: frame.y + 20, width: frame.width, height: 18)
    return [
      Element(name.part("title"), first, LabelLook(title, .section)),
      Element(name.part("how"), second, LabelLook(how, .secondary, .muted)),
    ]
  }
}

extension Rect {
  /// The same size at a corner of whole pixels.
  fileprivate func snapped(to scale: Double) -> Rect {
    Rect(x: (x * scale).rounded() / scale, y: (y * scale).rounded() / scale, width: width, height: height)
  }
}
