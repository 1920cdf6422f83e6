/// A picture at the size at which digits are looked for: red, green and blue as planes of 0…255, opaque.
struct WorkingColors {
  let red: Plane
  let green: Plane
  let blue: Plane

  /// The longer side is never more than this.
  static let longestSide = 640
  /// Smaller pictures are enlarged, so that the steps that follow need not know about tiny ones.
  static let shortestSide = 120

  /// Three planes of one size.
  init(red: Plane, green: Plane, blue: Plane) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A picture made smaller or larger, its transparent parts filled in.
  init(_ picture: Picture) {
    let longer = max(picture.width, picture.height)
    let factor = (longer + WorkingColors.longestSide - 1) / WorkingColors.longestSide
    let planes = WorkingColors.onPaper(WorkingColors.reduced(picture, by: factor))
    let enlargement = (WorkingColors.shortestSide + longer - 1) / longer
    let sized = enlargement > 1 ? planes.map { $0.enlarged(by: enlargement) } : planes
    (red, green, blue) = (sized[0], sized[1], sized[2])
  }

  /// Means of blocks: blue, green, red and alpha, colours premultiplied.
  private static func reduced(_ picture: Picture, by factor: Int) -> [Plane] {
    let (columns, rows) = ((picture.width + factor - 1) / factor, (picture.height + factor - 1) / factor)
    var means = [SIMD4<Float>](repeating: .zero, count: columns * rows)
    var sums = [SIMD4<UInt32>](repeating: .zero, count: columns)
    for row in 0..<rows {
      let lines = row * factor..<min(row * factor + factor, picture.height)
      for column in 0..<columns { sums[column] = .zero }
      for line in lines { add(picture, line: line, to: &sums, factor: factor) }
      for column in 0..<columns {
        let count = Float(lines.count * min(factor, picture.width - column * factor))
        means[row * columns + column] = SIMD4<Float>(sums[column]) / count
      }
    }
    return means.withUnsafeBufferPointer { means in
      (0..<4).map { channel in
        Plane(width: columns, height: rows) { target in
          for index in target.indices { target[index] = means[index][channel] }
        }
      }
    }
  }

  private static func add(_ picture: Picture, line: Int, to sums: inout [SIMD4<UInt32>], factor: Int) {
    let start = line * picture.width
    picture.pixels.withUnsafeBufferPointer { pixels in
      sums.withUnsafeMutableBufferPointer { sums in
        for column in sums.indices {
          var sum = SIMD4<UInt32>.zero
          for x in start + column * factor..<start + min(column * factor + factor, picture.width) {
            let pixel = pixels[x]
            sum &+= SIMD4(pixel, pixel &>> 8, pixel &>> 16, pixel &>> 24) & 0xFF
          }
          sums[column] &+= sum
        }
      }
    }
  }

  /// Red, green and blue with the transparent parts filled in.
  ///
  /// Dark ink on nothing was meant for white paper, light ink for a dark one. A picture that is mostly opaque, such as a
  /// cut-out photograph, is continued with its own mean colour.
  private static func onPaper(_ planes: [Plane]) -> [Plane] {
    let alpha = planes[3]
    guard alpha.values.contains(where: { $0 < 255 }) else { return [planes[2], planes[1], planes[0]] }
    let opaque = alpha.values.reduce(0, +) / 255
    let means = planes[0..<3].map { $0.values.reduce(0, +) / max(opaque, 1e-3) }
    let isMostlyOpaque = opaque > 0.45 * Float(alpha.values.count)
    let isLight = means.reduce(0, +) / 3 > 140
    return [2, 1, 0].map { channel in
      let paper = isMostlyOpaque ? means[channel] : isLight ? 0 : 255
      return planes[channel].combined(with: alpha) { $0 + paper * (1 - $1 / 255) }
    }
  }
}

extension Plane {
  /// The plane with both sides `factor` times as long.
  fileprivate func enlarged(by factor: Int) -> Plane { enlarged(width: width * factor, height: height * factor) }
}
