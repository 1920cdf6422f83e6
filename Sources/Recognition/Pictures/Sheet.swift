/// A light sheet of paper that lies on something darker, whose edges and grain are no ink.
struct Sheet {
  /// For each row of a picture `factor` times smaller the columns that lie on the sheet.
  private let rows: [Range<Int>]
  private let factor: Int

  /// The longer side of the small picture in which sheets are looked for.
  private static let side = 120
  /// The table is darker by more than this share of the paper's light, which shadows seldom are.
  private static let contrast: Float = 0.5
  /// A sheet covers this share of the picture.
  private static let shares: ClosedRange<Float> = 0.2...0.97
  /// And this share of the square around it; the stroke of a thick pen covers less.
  private static let shareOfSquare: Float = 0.2
  /// The light share of what a string around the sheet holds, ink on it left out.
  private static let solidity: Float = 0.75
  /// The share with the ink; a digit of a broad pen that has hardly any hole still has bays.
  private static let bulge: Float = 0.93
  /// The share of the picture's border that a sheet on a table may run out of.
  private static let shareOfBorder: Float = 0.45
  /// The share of pixels between light and dark; around a lamp's patch of light there are more.
  private static let shareBetween: Float = 0.2
  /// The share of what lies around it that may be light as well; around the paper inside a large nought there is more.
  private static let lightShareAround: Float = 0.1
  /// So many small pixels at its edges are left out.
  private static let margin = 2

  /// Looks for a sheet; `nil` if the picture is all paper, or none.
  init?(_ colors: WorkingColors) {
    factor = (colors.red.longerSide + Sheet.side - 1) / Sheet.side
    let sum = colors.red.combined(with: colors.green, +).combined(with: colors.blue, +)
    let light = sum.reduced(by: factor).mapped { $0 / 3 }
    let classes = TwoClasses(light.values)
    guard classes.lower < (1 - Sheet.contrast) * classes.upper, Sheet.isSharp(light, classes) else { return nil }
    let marks = InkMarks.find(in: light, low: classes.middle, high: classes.middle)
    guard let mark = marks.max(by: { $0.pixels.count < $1.pixels.count }) else { return nil }
    var isLight = Plane(width: light.width, height: light.height)
    for place in mark.pixels { isLight.values[Int(place)] = 1 }
    guard Sheet.isSheet(isLight, mark: mark), Sheet.isAlone(isLight, in: light, above: classes.middle) else {
      return nil
    }
    rows = isLight.filledRows.eroded(by: Sheet.margin).extents
    guard rows.contains(where: { !$0.isEmpty }) else { return nil }
  }

  /// The part of a picture that lies on the sheet, rows continued to a rectangle with the paper at their ends.
  func alone(_ colors: WorkingColors) -> WorkingColors {
    WorkingColors(red: alone(colors.red), green: alone(colors.green), blue: alone(colors.blue))
  }

  /// The column and the row at which that part begins.
  var corner: SIMD2<Int> {
    let inhabited = rows.filter { !$0.isEmpty }
    let top = rows.firstIndex { !$0.isEmpty } ?? 0
    return SIMD2((inhabited.map(\.lowerBound).min() ?? 0) * factor, top * factor)
  }

  private func alone(_ plane: Plane) -> Plane {
    let inhabited = rows.filter { !$0.isEmpty }
    let left = (inhabited.map(\.lowerBound).min() ?? 0) * factor
    let right = min((inhabited.map(\.upperBound).max() ?? 0) * factor, plane.width)
    let lines = (0..<plane.height).filter { !rows[$0 / factor].isEmpty }
    var result = Plane(width: right - left, height: lines.count)
    for (line, y) in lines.enumerated() {
      let inside = rows[y / factor].lowerBound * factor..<min(rows[y / factor].upperBound * factor, right)
      let first = plane.mean(row: y, inside.prefix(factor))
      let last = plane.mean(row: y, inside.suffix(factor))
      for x in left..<right {
        result[x - left, line] = inside.contains(x) ? plane[x, y] : x < inside.lowerBound ? first : last
      }
    }
    return result
  }

  private static func isSharp(_ light: Plane, _ classes: TwoClasses) -> Bool {
    let reach = (classes.upper - classes.lower) / 4
    let between = light.values.count { abs($0 - classes.middle) < reach }
    return Float(between) < shareBetween * Float(light.values.count)
  }

  private static func isSheet(_ isLight: Plane, mark: InkMark) -> Bool {
    let count = Float(mark.pixels.count)
    let square = Float(mark.box.longerSide * mark.box.longerSide)
    guard shares.contains(count / Float(isLight.values.count)), count > shareOfSquare * square else { return false }
    let hull = isLight.hullArea
    guard count > solidity * hull, isLight.filled.values.reduce(0, +) > bulge * hull else { return false }
    let border = isLight.borderValues
    return border.reduce(0, +) < shareOfBorder * Float(border.count)
  }

  private static func isAlone(_ isLight: Plane, in light: Plane, above middle: Float) -> Bool {
    let filled = isLight.filledRows
    let around = filled.combined(with: light) { $0 > 0.5 ? 0 : $1 > middle ? 1 : 0 }
    let surface = Float(filled.values.count) - filled.values.reduce(0, +)
    return around.values.reduce(0, +) <= lightShareAround * surface
  }
}

extension Plane {
  /// For each row the columns from the first to the last value above one half.
  fileprivate var extents: [Range<Int>] {
    (0..<height).map { y in
      let row = values[y * width..<(y + 1) * width]
      guard let first = row.firstIndex(where: { $0 > 0.5 }), let last = row.lastIndex(where: { $0 > 0.5 }) else {
        return 0..<0
      }
      return first - y * width..<last - y * width + 1
    }
  }

  /// 1 between the first and the last value of each row that are above one half.
  fileprivate var filledRows: Plane {
    var result = Plane(width: width, height: height)
    for (y, columns) in extents.enumerated() {
      for x in columns { result[x, y] = 1 }
    }
    return result
  }

  /// 1 between values above one half that lie to both sides, and above and below.
  fileprivate var filled: Plane { filledRows.combined(with: transposed().filledRows.transposed(), min) }

  /// The area within a string around all values above one half.
  fileprivate var hullArea: Float {
    let ends = extents.enumerated().filter { !$1.isEmpty }
    let left = Plane.outline(ends.flatMap { [SIMD2($1.lowerBound, $0), SIMD2($1.lowerBound, $0 + 1)] }, turn: 1)
    let right = Plane.outline(ends.flatMap { [SIMD2($1.upperBound, $0), SIMD2($1.upperBound, $0 + 1)] }, turn: -1)
    let loop = left + right.reversed()
    let doubled = zip(loop, loop.dropFirst() + loop.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return Float(abs(doubled)) / 2
  }

  /// The points, ordered from top to bottom, that a string on one side of them touches.
  private static func outline(_ points: [SIMD2<Int>], turn: Int) -> [SIMD2<Int>] {
    var string: [SIMD2<Int>] = []
    for point in points {
      while string.count > 1 {
        let (one, two) = (string[string.count - 2], string[string.count - 1])
        let (along, on) = (two &- one, point &- two)
        guard (along.x * on.y - along.y * on.x) * turn >= 0 else { break }
        string.removeLast()
      }
      string.append(point)
    }
    return string
  }

  /// The values along all four edges.
  var borderValues: [Float] {
    Array(values.prefix(width)) + values.suffix(width) + (0..<height).flatMap { [self[0, $0], self[width - 1, $0]] }
  }

  /// The mean of neighbours in a row; 0 for none.
  fileprivate func mean(row: Int, _ columns: Range<Int>) -> Float {
    columns.reduce(0) { $0 + self[$1, row] } / Float(max(columns.count, 1))
  }
}
