/// Numbers in rows and columns: one property of each pixel of a picture.
package struct Plane: Equatable, Sendable {
  package let width: Int
  package let height: Int
  package var values: [Float]

  /// A plane with `value` everywhere.
  init(width: Int, height: Int, value: Float = 0) {
    self.init(width: width, height: height, values: [Float](repeating: value, count: width * height))
  }

  /// `values` must be width × height numbers.
  init(width: Int, height: Int, values: [Float]) {
    precondition(values.count == width * height, "\(values.count) values for \(width)×\(height)")
    self.width = width
    self.height = height
    self.values = values
  }

  /// The longer of both sides.
  var longerSide: Int { max(width, height) }

  /// Some 20,000 of the values, evenly spread: enough for a median.
  var sample: [Float] {
    stride(from: 0, to: values.count, by: max(values.count / 20_000, 1)).map { values[$0] }
  }

  /// The value at a column and a row.
  subscript(x: Int, y: Int) -> Float {
    get { values[y * width + x] }
    set { values[y * width + x] = newValue }
  }

  /// Each value and its neighbour in another plane of the same size, made into one.
  func combined(with other: Plane, _ body: (Float, Float) -> Float) -> Plane {
    var result = self
    for index in values.indices { result.values[index] = body(values[index], other.values[index]) }
    return result
  }

  /// A copy with each value changed.
  func mapped(_ body: (Float) -> Float) -> Plane { Plane(width: width, height: height, values: values.map(body)) }

  /// Columns for rows.
  func transposed() -> Plane {
    var result = Plane(width: height, height: width)
    for y in 0..<height {
      for x in 0..<width { result.values[x * height + y] = values[y * width + x] }
    }
    return result
  }

  /// A piece of the plane; `box` must lie within it.
  func cropped(to box: PixelBox) -> Plane {
    var values: [Float] = []
    values.reserveCapacity(box.width * box.height)
    for y in box.top..<box.bottom { values += self.values[y * width + box.left..<y * width + box.right] }
    return Plane(width: box.width, height: box.height, values: values)
  }

  /// The plane with `margin` more values on all four sides.
  func padded(by margin: Int, value: Float) -> Plane {
    var result = Plane(width: width + 2 * margin, height: height + 2 * margin, value: value)
    for y in 0..<height {
      for x in 0..<width { result[x + margin, y + margin] = self[x, y] }
    }
    return result
  }

  /// The plane with `margin` more values on all four sides, in which slopes go on as they are at the edges.
  func continued(by margin: Int) -> Plane {
    continuedRows(by: margin).transposed().continuedRows(by: margin).transposed()
  }

  private func continuedRows(by margin: Int) -> Plane {
    var result = Plane(width: width + 2 * margin, height: height)
    for y in 0..<height {
      let (first, last) = (self[0, y], self[width - 1, y])
      for x in 0..<result.width {
        let inside = min(max(x - margin, 0), width - 1)
        let beyond = min(abs(x - margin - inside), width - 1)
        let end = inside == 0 ? first : last
        let mirrored = self[inside == 0 ? beyond : width - 1 - beyond, y]
        result[x, y] = beyond == 0 ? self[inside, y] : 2 * end - mirrored
      }
    }
    return result
  }
}
