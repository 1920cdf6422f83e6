import Graphics
import Recognition
import Toolkit

extension StudioState {
  mutating func update(_ action: ImageAction) -> [Effect] {
    switch action {
    case .opened(let photo):
      image = ImageState()
      image.photo = photo
      tab = .image
      return [.image(.inspect)]
    case .failed(let reason):
      image.isLoading = false
      let what = image.photo == nil ? "Open another picture" : "The picture before stays"
      notice = Notice(.bad, "\(reason). \(what)")
    case .found(let findings, let photo):
      // Another picture may have been opened meanwhile.
      guard photo == image.photo else { return [] }
      image.findings = findings
      return [.image(.read)]
    case .answered(let reading): image.reading = reading
    case .pressed(let place, let size): return pressPhoto(at: place, in: size)
    case .dragged(let place, let size): return dragPhoto(to: place, in: size)
    }
    return []
  }

  /// What a path that was chosen or dropped is opened with: on this screen pictures are looked at.
  mutating func opening(_ path: String) -> [Effect] {
    if path.hasSuffix(LessonFile.ending) { return [.lessons(.open(path: path))] }
    guard tab == .image, !path.hasSuffix(".ndjson"), !path.hasSuffix(".ndjson.gz") else { return [.open(path: path)] }
    image.isLoading = true
    return [.image(.open(path: path))]
  }

  // MARK: Corrections

  private mutating func correct(_ change: (inout PictureOptions) -> Void) -> [Effect] {
    guard image.photo != nil else { return [] }
    let before = image.options
    change(&image.options)
    return image.options == before ? [] : [.image(.inspect)]
  }

  /// Does what a control of the image screen is for; nil where it belongs to another.
  mutating func pressImage(_ name: ControlName) -> [Effect]? {
    if let polarity = PictureOptions.Polarity.allCases.first(where: { ControlName.polarity($0) == name }) {
      return correct { $0.polarity = polarity }
    }
    switch name {
    case .openPhoto, ControlName.openPhoto.part("large"): return chooseFile(for: .openPhoto)
    case .exportFrame: return image.frame == nil ? [] : chooseFile(for: .saveFrame)
    case .photoToCanvas: return image.photo == nil ? [] : [.image(.putOnCanvas)]
    case .resetPhoto: return correct { $0 = .automatic }
    case .wholePhoto: return correct { $0.crop = nil }
    default: return nil
    }
  }

  /// Takes a value that was dragged; nil where it belongs to another screen.
  mutating func changeImage(_ name: ControlName, to value: Double) -> [Effect]? {
    name == .photoThreshold ? correct { $0.threshold = value / 100 } : nil
  }

  // MARK: The crop

  private var photoSize: PixelSize? {
    image.photo.map { PixelSize(width: $0.pixels.width, height: $0.pixels.height) }
  }

  private mutating func pressPhoto(at place: Point, in area: Size) -> [Effect] {
    guard let size = photoSize else { return [] }
    image.drag = CropDrag(at: place, crop: image.options.crop, in: PhotoPlace(size, in: area, scale: scale))
    return []
  }

  private mutating func dragPhoto(to place: Point, in area: Size) -> [Effect] {
    guard let size = photoSize, let drag = image.drag else { return [] }
    let pixel = PhotoPlace(size, in: area, scale: scale).pixel(at: place)
    guard let crop = drag.crop(at: pixel, in: size) else { return [] }
    return correct { $0.crop = crop }
  }

  /// Does what a key is for on the image screen; nil where it is for nothing there.
  mutating func updateImage(_ event: KeyEvent, focus: ControlName?) -> [Effect]? {
    guard overlay == nil, event.modifiers.isDisjoint(with: [.alt, .logo]) else { return nil }
    if event.modifiers.contains(.control) {
      switch event.key {
      case .character("o"): return press(.openPhoto)
      case .character("e") where event.modifiers.contains(.shift): return press(.exportFrame)
      default: return nil
      }
    }
    guard focus == nil || focus == .photo, let size = photoSize else { return nil }
    switch event.key {
    case .delete, .backspace: return correct { $0.crop = nil }
    default: return step(event, in: size)
    }
  }

  /// Moves the crop by a hundredth of the picture, or, with Shift, its right and lower edges.
  private mutating func step(_ event: KeyEvent, in size: PixelSize) -> [Effect]? {
    let unit = max(1, max(size.width, size.height) / 100)
    let steps: [Key: (Int, Int)] = [.left: (-unit, 0), .right: (unit, 0), .up: (0, -unit), .down: (0, unit)]
    guard let (across, down) = steps[event.key] else { return nil }
    let first = PixelBox(
      left: size.width / 8, top: size.height / 8, right: size.width - size.width / 8,
      bottom: size.height - size.height / 8)
    let crop = (image.options.crop ?? first).limited(to: size)
    let isPulled = event.modifiers.contains(.shift)
    return correct {
      $0.crop =
        isPulled
        ? crop.pulled([.right, .bottom], by: across, down, in: size) : crop.shifted(by: across, down, in: size)
    }
  }
}
