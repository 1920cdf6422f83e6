import Graphics
import Ink
import Recognition
import Toolkit

extension Studio {
  /// Does what the image screen has asked for.
  package func run(_ effect: ImageEffect) {
    switch effect {
    case .open(let path): openPhoto { () throws(FileTrouble) in try Photo.read(path: path) }
    case .inspect: inspectPhoto()
    case .read: readPhoto()
    case .export(let path): exportFrame(to: path)
    case .putOnCanvas: putPhotoOnCanvas()
    }
  }

  /// Takes a picture that came from another program.
  func decodePhoto(_ bytes: [UInt8]) { openPhoto { () throws(FileTrouble) in try Photo.decode(bytes) } }

  private func openPhoto(_ read: @escaping @Sendable () throws(FileTrouble) -> Photo) {
    inBackground({ () -> Result<Photo, FileTrouble> in
      do throws(FileTrouble) { return .success(try read()) } catch { return .failure(error) }
    }) { studio, result in
      switch result {
      case .success(let photo): studio.perform(.image(.opened(photo)))
      case .failure(let trouble): studio.perform(.image(.failed("\(trouble)")))
      }
    }
  }

  /// The original in the pixels in which it is shown now; nil where it is not.
  func shownPhoto(_ layout: WindowLayout) -> PhotoLayer? {
    guard state.tab == .image, let pixels = state.image.photo?.pixels else { return nil }
    let area = ImageLayout(layout, scale: state.scale).photoArea.size
    let place = PhotoPlace(PixelSize(width: pixels.width, height: pixels.height), in: area, scale: state.scale).frame
    let size = PixelSize(
      width: Int((place.width * state.scale).rounded()), height: Int((place.height * state.scale).rounded()))
    photo.show(state.image.photo, size: size)
    return photo
  }

  /// Looks through the picture away from the main thread; what changes meanwhile is looked at afterwards, once.
  private func inspectPhoto() {
    guard !isInspecting else {
      wantsInspection = true
      return
    }
    guard let photo = state.image.photo else { return }
    let options = state.image.options
    (isInspecting, wantsInspection) = (true, false)
    inBackground(on: inspections, { PictureFramer.findings(in: photo.picture, options: options) }) { studio, findings in
      studio.isInspecting = false
      studio.perform(.image(.found(findings, in: photo)))
      if studio.wantsInspection { studio.inspectPhoto() }
    }
  }

  private func readPhoto() {
    guard let frame = state.image.frame else {
      return perform(.image(.answered(.blank(revision: state.document.revision))))
    }
    guard let judge else { return }
    perform(.image(.answered(judge.read(frame: frame, revision: state.document.revision))))
  }

  /// Writes what the network sees: 28×28, light ink on black, as MNIST has it.
  private func exportFrame(to path: String) {
    guard let frame = state.image.frame else { return }
    let pixels = PixelImage(
      gray: frame.pixels, width: frame.width, height: frame.height, paper: Color(0x000000), ink: Color(0xFFFFFF))
    inBackground({
      FileOutcome { () throws(FileTrouble) in
        guard let png = try? pixels.png() else { throw .saving(path, "there is no room for the picture") }
        try FileTrouble.save(png, to: path)
      }
    }) { studio, outcome in studio.finish(outcome, path) }
  }

  /// Puts the picture under the ink; one that was corrected as the digit alone, since the canvas corrects nothing.
  private func putPhotoOnCanvas() {
    guard let photo = state.image.photo else { return }
    let isCorrected = state.image.options != .automatic
    let digit = isCorrected ? state.image.findings?.stages?.digit : nil
    let theme = Theme.light
    inBackground({ () -> PlacedImage? in
      let pixels = digit.map {
        PixelImage(
          gray: $0.pixels, width: $0.width, height: $0.height, paper: theme.canvas, ink: theme.ink)
      }
      return try? ImportedPicture.place(pixels?.padded ?? photo.pixels, canvasSide: CanvasSpace.side)
    }) { studio, image in
      guard let image else { return studio.perform(.notice(Notice(.bad, "The picture is too large for the canvas"))) }
      studio.perform(.placed(image))
      studio.perform(.control(.startDrawing))
      let what = isCorrected ? "The digit, as corrected," : "The picture"
      studio.perform(.notice(Notice(.good, "\(what) is on the canvas. Undo brings your drawing back")))
    }
  }
}

extension PixelImage {
  /// The picture with some paper around it, of the colour of its first pixel.
  fileprivate var padded: PixelImage {
    let margin = max(width, height) / 4
    let (columns, rows) = (width + 2 * margin, height + 2 * margin)
    var pixels = [UInt32](repeating: self.pixels.first ?? 0xFFFF_FFFF, count: columns * rows)
    for y in 0..<height {
      for x in 0..<width { pixels[(y + margin) * columns + x + margin] = self[x, y] }
    }
    return PixelImage(width: columns, height: rows, pixels: pixels)
  }
}
