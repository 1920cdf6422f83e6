extension Plane {
  /// Weights 1 2 1 along both directions.
  func smoothed() -> Plane { smoothedRows().transposed().smoothedRows().transposed() }

  private func smoothedRows() -> Plane {
    var result = self
    guard width > 1 else { return result }
    for y in 0..<height {
      let start = y * width
      for x in 0..<width {
        let (before, after) = (values[start + max(x - 1, 0)], values[start + min(x + 1, width - 1)])
        result.values[start + x] = (before + after) / 4 + values[start + x] / 2
      }
    }
    return result
  }

  /// The largest value within `radius` along both directions.
  func dilated(by radius: Int) -> Plane {
    dilatedRows(by: radius).transposed().dilatedRows(by: radius).transposed()
  }

  /// The smallest value within `radius` along both directions.
  func eroded(by radius: Int) -> Plane { mapped(-).dilated(by: radius).mapped(-) }

  /// Largest values of ever longer stretches, each made of two that overlap.
  private func dilatedRows(by radius: Int) -> Plane {
    let wanted = 2 * radius + 1
    let length = width + 2 * radius
    var result = self
    var row = [Float](repeating: -.infinity, count: length)
    for y in 0..<height {
      for x in 0..<length { row[x] = -.infinity }
      for x in 0..<width { row[x + radius] = values[y * width + x] }
      var reached = 1
      while reached < wanted {
        let step = min(reached, wanted - reached)
        for x in 0..<length - step { row[x] = max(row[x], row[x + step]) }
        reached += step
      }
      for x in 0..<width { result.values[y * width + x] = row[x] }
    }
    return result
  }

  /// Means of blocks of `factor` × `factor`, smaller ones at the right and at the bottom.
  func reduced(by factor: Int) -> Plane {
    guard factor > 1 else { return self }
    let (columns, rows) = ((width + factor - 1) / factor, (height + factor - 1) / factor)
    var result = Plane(width: columns, height: rows)
    for row in 0..<rows {
      let lines = row * factor..<min(row * factor + factor, height)
      for column in 0..<columns {
        let places = column * factor..<min(column * factor + factor, width)
        var sum: Float = 0
        for y in lines {
          for x in places { sum += values[y * width + x] }
        }
        result[column, row] = sum / Float(lines.count * places.count)
      }
    }
    return result
  }

  /// The plane in another size, straight lines drawn between the middles of its values.
  func enlarged(width newWidth: Int, height newHeight: Int) -> Plane {
    let columns = Plane.mixtures(from: width, to: newWidth)
    let rows = Plane.mixtures(from: height, to: newHeight)
    var result = Plane(width: newWidth, height: newHeight)
    for (y, row) in rows.enumerated() {
      let (one, two) = (row.first * width, row.second * width)
      for (x, column) in columns.enumerated() {
        let above = values[one + column.first] * (1 - column.share) + values[one + column.second] * column.share
        let below = values[two + column.first] * (1 - column.share) + values[two + column.second] * column.share
        result.values[y * newWidth + x] = above * (1 - row.share) + below * row.share
      }
    }
    return result
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
    guard !values.isEmpty else { return 0 }
    var values = values
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
