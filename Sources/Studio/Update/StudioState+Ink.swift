import Ink

extension StudioState {
  mutating func update(_ action: InkAction) -> [Effect] {
    switch action {
    case .begin(let point, let device): return begin(point, device)
    case .extend(let point, let device):
      guard drawingDevice == device else { return [] }
      document.extendStroke(through: CollectionOfOne(point))
      return [.inkGrew]
    case .end(let device): return end(device)
    case .beginErasing(let device): return beginErasing(device)
    case .erase(let strokes, let device): return erase(strokes, device)
    case .endErasing(let device): return endErasing(device)
    case .hover(let place): return set(\.eraser, place)
    }
  }

  private mutating func begin(_ point: InkPoint, _ device: Int) -> [Effect] {
    // One line at a time: a second hand waits until the first is done.
    guard drawingDevice == nil, erasingDevice == nil else { return [] }
    drawingDevice = device
    eraser = nil
    time.leave()
    hasDrawn = true
    document.beginStroke(at: point)
    return [.inkBegan]
  }

  private mutating func end(_ device: Int) -> [Effect] {
    guard drawingDevice == device else { return [] }
    drawingDevice = nil
    document.endStroke()
    return [.inkEnded]
  }

  private mutating func beginErasing(_ device: Int) -> [Effect] {
    guard drawingDevice == nil, erasingDevice == nil else { return [] }
    erasingDevice = device
    hasErased = false
    time.leave()
    return []
  }

  private mutating func erase(_ strokes: Set<Int>, _ device: Int) -> [Effect] {
    guard erasingDevice == device, !strokes.isEmpty else { return [] }
    document.eraseStrokes(strokes, joined: hasErased)
    hasErased = true
    return [.inkErased]
  }

  private mutating func endErasing(_ device: Int) -> [Effect] {
    guard erasingDevice == device else { return [] }
    erasingDevice = nil
    eraser = nil
    return []
  }

}

extension Drawing {
  /// The same drawing on the canvas: as it is where it lies there already, otherwise scaled into its middle.
  var fitted: Drawing {
    let side = CanvasSpace.side
    var (low, high) = (SIMD2(repeating: Double.infinity), SIMD2(repeating: -Double.infinity))
    for stroke in strokes {
      for point in stroke.points where point.x.isFinite && point.y.isFinite {
        low = pointwiseMin(low, SIMD2(point.x, point.y))
        high = pointwiseMax(high, SIMD2(point.x, point.y))
      }
    }
    if let box = image?.box {
      low = pointwiseMin(low, SIMD2(box.x, box.y))
      high = pointwiseMax(high, SIMD2(box.x + box.width, box.y + box.height))
    }
    guard low.x <= high.x else { return self }
    let extent = max(high.x - low.x, high.y - low.y)
    let isOnCanvas = low.x >= 0 && low.y >= 0 && high.x <= side && high.y <= side && extent > side * 0.15
    guard !isOnCanvas, extent.isFinite else { return self }
    let scale = extent > 0 ? side * 0.6 / extent : 1
    let offset = SIMD2(repeating: side / 2) - (low + high) * 0.5 * scale
    var fitted = self
    for stroke in fitted.strokes.indices {
      for index in fitted.strokes[stroke].points.indices {
        fitted.strokes[stroke].points[index].x = fitted.strokes[stroke].points[index].x * scale + offset.x
        fitted.strokes[stroke].points[index].y = fitted.strokes[stroke].points[index].y * scale + offset.y
      }
    }
    if let box = image?.box {
      fitted.image?.box = PlacedImage.Box(
        x: box.x * scale + offset.x, y: box.y * scale + offset.y, width: box.width * scale, height: box.height * scale)
    }
    fitted.width = width.map { $0 * scale }
    return fitted
  }
}
