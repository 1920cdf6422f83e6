import Graphics
import NeuralNet
import Recognition
import Toolkit

/// The network that learns, as it is shown: its filters as one picture, and what is asked of it.
@MainActor
final class LearnView {
  /// The network as it was looked at last; nil before the first.
  var model: Model?
  let desk = GuessDesk()
  var isGuessing = false
  /// What it was asked last.
  var question: Question?
  /// Where the keyboard went in the last frame.
  var focus: ControlName?
  private(set) var sheet: MapSheet?
  /// Grows whenever the sheet is drawn.
  private(set) var drawings = 0
  /// How many filters are shown, in words.
  private(set) var words = ""
  private var shown: Shown?

  /// A picture for the network of a number.
  struct Question: Equatable {
    var number: Int
    var image: GrayImage?
  }

  private struct Shown: Equatable {
    var number: Int
    var theme: Theme.Name
    var grid: MapGrid
  }

  /// A value of a filter is at least so many units wide, and at most.
  private static let pixels = (kernel: 4.0, picture: 2.0, most: 14.0)

  /// Draws the filters of network `number` into a place, unless they are drawn already.
  func draw(in place: Rect, number: Int, theme: Theme, scale: Double) {
    guard let model, let stage = InsideStage(filtersOf: model.spec),
      let values = model.tensors.first(where: { $0.shape.count > 1 })?.values
    else {
      (sheet, shown, words) = (nil, nil, "")
      return
    }
    let grid = LearnView.grid(stage, in: place, scale: scale)
    let wanted = Shown(number: number, theme: theme.name, grid: grid)
    guard wanted != shown else { return }
    shown = wanted
    drawings += 1
    if sheet?.grid != grid { sheet = try? MapSheet(grid) }
    let palette = (0...255).map { theme.diverging.color(at: Double($0) / 127.5 - 1).pixel }
    values.withUnsafeBufferPointer { values in
      sheet?.fill(
        values, ceiling: MapCeiling.percentile(values), isSigned: true, palette: palette, ground: theme.background.pixel
      )
    }
    let count = grid.count < stage.maps ? "\(grid.count) of \(stage.maps)" : "\(stage.maps)"
    words = "\(count) of \(stage.rows) × \(stage.columns)"
  }

  /// As large as there is room for all, else as small as can be seen.
  private static func grid(_ stage: InsideStage, in place: Rect, scale: Double) -> MapGrid {
    let size = PixelSize(width: Int(place.width * scale), height: Int(place.height * scale))
    let wished = Int((stage.rows > 14 ? pixels.picture : pixels.kernel) * scale)
    let least = max(1, min(wished, size.height / max(1, stage.rows)))
    let most = max(least, Int(pixels.most * scale))
    let pixel =
      (least...most).last { MapGrid.height(of: stage, width: size.width, pixel: $0, scale: scale) <= size.height }
      ?? least
    let corner = (x: Int((place.x * scale).rounded()), y: Int((place.y * scale).rounded()))
    return MapGrid(stage, number: 0, at: corner, size: size, pixel: pixel, scale: scale)
  }
}
