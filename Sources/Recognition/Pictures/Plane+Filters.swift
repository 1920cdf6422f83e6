extension Plane {
  /// Weights 1 2 1 along both directions.
  func smoothed() -> Plane {
    // The values of one row mixed with those above and below, its ends twice.
    var mixed = [Float](repeating: 0, count: width + 2)
    return values.withUnsafeBufferPointer { source in
      mixed.withUnsafeMutableBufferPointer { mixed in
        Plane(width: width, height: height) { target in
          for y in 0..<height {
            let (above, here, below) = (max(y - 1, 0) * width, y * width, min(y + 1, height - 1) * width)
            for x in 0..<width {
              mixed[x + 1] = (source[above + x] + source[below + x]) / 4 + source[here + x] / 2
            }
            (mixed[0], mixed[width + 1]) = (mixed[1], mixed[width])
            for x in 0..<width { target[here + x] = (mixed[x] + mixed[x + 2]) / 4 + mixed[x + 1] / 2 }
          }
        }
      }
    }
  }

  /// The largest value within `radius` along both directions.
  func dilated(by radius: Int) -> Plane {
    dilatedDown(by: radius).transposed().dilatedDown(by: radius).transposed()
  }

  /// The smallest value within `radius` along both directions.
  func eroded(by radius: Int) -> Plane { mapped(-).dilated(by: radius).mapped(-) }

  /// Largest values of ever longer stretches, each made of two that overlap.
  private func dilatedDown(by radius: Int) -> Plane {
    let wanted = 2 * radius + 1
    let margin = [Float](repeating: -.infinity, count: radius * width)
    var stretches = margin + values + margin
    stretches.withUnsafeMutableBufferPointer { stretches in
      var reached = 1
      while reached < wanted {
        let step = min(reached, wanted - reached)
        for y in 0..<height + 2 * radius - step {
          let (one, two) = (y * width, (y + step) * width)
          for x in 0..<width { stretches[one + x] = max(stretches[one + x], stretches[two + x]) }
        }
        reached += step
      }
    }
    stretches.removeLast(2 * margin.count)
    return Plane(width: width, height: height, values: stretches)
  }

  /// Means of blocks of `factor` × `factor`, smaller ones at the right and at the bottom.
  func reduced(by factor: Int) -> Plane {
    guard factor > 1 else { return self }
    let (columns, rows) = ((width + factor - 1) / factor, (height + factor - 1) / factor)
    var sums = [Float](repeating: 0, count: width)
    return values.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        Plane(width: columns, height: rows) { target in
          for row in 0..<rows {
            let lines = row * factor..<min(row * factor + factor, height)
            for x in 0..<width { sums[x] = source[lines.lowerBound * width + x] }
            for y in lines.dropFirst() {
              for x in 0..<width { sums[x] += source[y * width + x] }
            }
            for column in 0..<columns {
              let places = column * factor..<min(column * factor + factor, width)
              var sum: Float = 0
              for x in places { sum += sums[x] }
              target[row * columns + column] = sum / Float(lines.count * places.count)
            }
          }
        }
      }
    }
  }

  /// The plane in another size, straight lines drawn between the middles of its values.
  func enlarged(width newWidth: Int, height newHeight: Int) -> Plane {
    guard newWidth != width || newHeight != height else { return self }
    let columns = Plane.mixtures(from: width, to: newWidth)
    let rows = Plane.mixtures(from: height, to: newHeight)
    var mixed = [Float](repeating: 0, count: width)
    return values.withUnsafeBufferPointer { source in
      mixed.withUnsafeMutableBufferPointer { mixed in
        Plane(width: newWidth, height: newHeight) { target in
          for (y, row) in rows.enumerated() {
            let (one, two) = (row.first * width, row.second * width)
            for x in 0..<width { mixed[x] = source[one + x] + (source[two + x] - source[one + x]) * row.share }
            for (x, column) in columns.enumerated() {
              let value = mixed[column.first]
              target[y * newWidth + x] = value + (mixed[column.second] - value) * column.share
            }
          }
        }
      }
    }
  }

  /// Between which two values each new one lies, and the share of the second.
  private static func mixtures(from old: Int, to new: Int) -> [(first: Int, second: Int, share: Float)] {
    (0..<new).map { index in
      let place = (Float(index) + 0.5) * Float(old) / Float(new) - 0.5
      let inside = min(max(place, 0), Float(old - 1))
      let first = Int(inside)
      return (first, min(first + 1, old - 1), inside - Float(first))
    }
  }

  /// The value that `fraction` of `values` lie below, by Hoare's selection.
  static func quantile(_ values: [Float], _ fraction: Float) -> Float {
    var values = values
    return values.withUnsafeMutableBufferPointer { quantile(ordering: $0, fraction) }
  }

  private static func quantile(ordering values: UnsafeMutableBufferPointer<Float>, _ fraction: Float) -> Float {
    guard !values.isEmpty else { return 0 }
    let wanted = min(Int(Float(values.count) * fraction), values.count - 1)
    var (first, last) = (0, values.count - 1)
    while first < last {
      let pivot = values[(first + last) / 2]
      var (low, high) = (first, last)
      while low <= high {
        while values[low] < pivot { low += 1 }
        while values[high] > pivot { high -= 1 }
        guard low <= high else { break }
        values.swapAt(low, high)
        low += 1
        high -= 1
      }
      if wanted <= high { last = high } else if wanted >= low { first = low } else { break }
    }
    return values[wanted]
  }
}
