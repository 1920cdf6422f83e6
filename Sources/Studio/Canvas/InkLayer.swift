public import Graphics
public import Ink

/// The ink of the canvas as a mask of the screen's pixels, to which a pen adds no more than what is new.
///
/// The line of a stroke that is being drawn ends at its newest point: the last piece, which the next point will change, is
/// drawn over pixels that are kept aside and put back. At any time the mask holds the same pixels as after drawing
/// everything anew. All rectangles are in units of the canvas. For one thread.
public final class InkLayer {
  /// Coverage, a square.
  public private(set) var mask: MaskSurface
  /// Grows whenever all of the ink was drawn anew.
  public private(set) var revision = 0
  /// What the ink is drawn with; a new pen shows after the next `redraw`.
  public var pen: InkPen
  /// Whether a stroke was begun and not ended.
  public private(set) var isDrawing = false

  /// What was in the mask before the live end of the stroke.
  private var aside: MaskSurface
  /// Where the live end is.
  private var tail = InkLayer.nowhere
  private static let nowhere = PixelRect(x: 0, y: 0, width: 0, height: 0)
  /// The points of the stroke being drawn and how many of its curves are done.
  private var live: [InkPoint] = []
  private var done = 0
  private var index = InkIndex()

  /// An empty layer of `side` × `side` pixels.
  public init(side: Int, pen: InkPen) throws(GraphicsError) {
    mask = try MaskSurface(width: side, height: side)
    aside = try MaskSurface(width: side, height: side)
    self.pen = pen
    live.reserveCapacity(4096)
  }

  /// How many pixels it is wide and high.
  public var side: Int { mask.width }

  private var scale: Double { Double(side) / CanvasSpace.side }
  private var mapping: InkMapping { InkMapping(scale: scale) }

  /// Makes it larger or smaller and empties it: everything is to be drawn again.
  public func resize(side: Int) throws(GraphicsError) {
    guard side != self.side else { return }
    let (mask, aside) = (try MaskSurface(width: side, height: side), try MaskSurface(width: side, height: side))
    (self.mask, self.aside) = (mask, aside)
    tail = InkLayer.nowhere
    revision += 1
  }

  /// Draws all `strokes`, and nothing else, anew. The last one may be the one that is being drawn.
  @discardableResult
  public func redraw(_ strokes: [Ink.Stroke]) -> Rect {
    revision += 1
    return redraw(strokes, pixels: mask.bounds)
  }

  /// Draws `strokes` anew inside `rect`: what lies elsewhere has not changed.
  @discardableResult
  public func redraw(_ strokes: [Ink.Stroke], inside rect: Rect) -> Rect {
    redraw(strokes, pixels: PixelRect(covering: rect, scale: scale).intersection(mask.bounds))
  }

  /// What `strokes` cover: the part to be drawn anew when they come or go.
  public func bounds(of strokes: some Sequence<Ink.Stroke>) -> Rect {
    var box = InkBox()
    for stroke in strokes { for point in stroke.points { box.add(point) } }
    return box.rect(within: pen.largestRadius + 1 / scale)
  }

  private func redraw(_ strokes: [Ink.Stroke], pixels: PixelRect) -> Rect {
    let damage = pixels.union(removeTail())
    mask.clear(pixels)
    index.update(to: isLive(strokes.last) ? strokes.dropLast() : strokes)
    // A pixel more on each side: edges are soft.
    let rect = pixels.inUnits(scale: scale).inset(by: -1 / scale)
    let reach = pen.largestRadius
    index.forEachRun(where: { $0.reaches(rect, within: reach) }) { _, points, run in
      let curves = StrokeCurves(points, pen: pen, mapping: mapping)
      for index in run { draw(curves[index], inside: pixels) }
      return true
    }
    if isDrawing {
      done = 0
      return damage.union(drawLive()).inUnits(scale: scale)
    }
    return damage.inUnits(scale: scale)
  }

  private func isLive(_ stroke: Ink.Stroke?) -> Bool {
    guard isDrawing, let points = stroke?.points else { return false }
    return points.count == live.count && points.first == live.first
  }

  /// Begins a stroke with a dot.
  public func begin(at point: InkPoint) -> Rect {
    end()
    live.append(point)
    isDrawing = true
    return drawLive().inUnits(scale: scale)
  }

  /// Draws the begun stroke on; its line ends at the last point.
  public func extend(through points: some Collection<InkPoint>) -> Rect {
    guard isDrawing, !points.isEmpty else { return InkLayer.nowhere.inUnits(scale: scale) }
    live.append(contentsOf: points)
    return drawLive().inUnits(scale: scale)
  }

  /// Ends the stroke where its last point is; nothing changes on the screen.
  public func end() {
    live.removeAll(keepingCapacity: true)
    done = 0
    isDrawing = false
    // The live end is no longer live: it stays.
    tail = InkLayer.nowhere
  }

  /// Draws what is new of the stroke and says which pixels may have changed.
  private func drawLive() -> PixelRect {
    var damage = removeTail()
    let curves = StrokeCurves(live, pen: pen, mapping: mapping)
    while done < curves.finalCount {
      damage = damage.union(draw(curves[done], inside: mask.bounds))
      done += 1
    }
    for index in done..<curves.count { tail = tail.union(pixels(of: curves[index])) }
    aside.copy(tail, from: mask)
    for index in done..<curves.count { draw(curves[index], inside: mask.bounds) }
    return damage.union(tail)
  }

  /// Puts back what the live end has covered.
  private func removeTail() -> PixelRect {
    defer { tail = InkLayer.nowhere }
    mask.copy(tail, from: aside)
    return tail
  }

  private func pixels(of curve: InkCurve) -> PixelRect {
    PixelRect(covering: curve.bounds.inset(by: -1), scale: 1).intersection(mask.bounds)
  }

  @discardableResult
  private func draw(_ curve: InkCurve, inside clip: PixelRect) -> PixelRect {
    let rect = pixels(of: curve).intersection(clip)
    guard !rect.isEmpty else { return rect }
    let count = curve.partCount()
    var from = curve.start
    for part in 1...count {
      let to = curve.sample(at: Double(part) / Double(count))
      mask.add(Capsule(from: from.place, radius: from.radius, to: to.place, radius: to.radius), inside: clip)
      from = to
    }
    return rect
  }
}
