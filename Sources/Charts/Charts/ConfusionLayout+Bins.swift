package import Graphics

extension ConfusionLayout {
  /// What the colours of the cells mean, the first `outlined` of them with an outline; nothing where there is no room.
  package func bins(_ names: [String], _ colors: [Color], outlined: Int, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let font = font(.caption)
    let (swatch, space) = ((16 * growth).rounded(), (8 * growth).rounded())
    let widths = names.map { swatch + space + font.width(of: $0) }
    guard let places = hasBinsBeside ? column(of: names.count, swatch) : row(of: widths) else { return drawing }
    for (index, place) in places.enumerated() {
      let box = Rect(x: place.x, y: place.y, width: swatch, height: swatch)
      drawing.fill(box, colors[index], radius: 2)
      // Nothing but its outline tells the lowest bins from the page.
      if index < outlined { drawing.add(.stroked(Path(box.inset(by: 0.5), radius: 2), Stroke(theme.edge))) }
      drawing.add(Label(names[index], font: font, color: theme.muted, x: box.maxX + space, middle: box.midY))
    }
    return drawing
  }

  private func column(of count: Int, _ swatch: Double) -> [Point]? {
    let step = (24 * growth).rounded()
    guard step * Double(count - 1) + swatch <= matrix.height else { return nil }
    let x = (hasShares ? recallRight : matrix.maxX) + (24 * growth).rounded()
    return (0..<count).map { Point(x: x, y: matrix.y + Double($0) * step) }
  }

  private func row(of widths: [Double]) -> [Point]? {
    let gap = min(20, (rect.maxX - matrix.x - widths.reduce(0, +)) / Double(widths.count - 1))
    guard gap >= 4 else { return nil }
    var x = matrix.x
    let y = matrix.maxY + ((hasShares ? 40 : 12) * growth).rounded()
    return widths.map { width in
      defer { x += width + gap }
      return Point(x: x, y: y)
    }
  }
}
