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

  /// A plane whose values `fill` writes, every one of them.
  @inline(__always)
  init(width: Int, height: Int, filledBy fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
    let count = width * height
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      fill(buffer)
      initialized = count
    }
    self.init(width: width, height: height, values: values)
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
  @inline(__always)
  func combined(with other: Plane, _ body: (Float, Float) -> Float) -> Plane {
    precondition(
      width == other.width && height == other.height, "\(width)×\(height) with \(other.width)×\(other.height)")
    return values.withUnsafeBufferPointer { one in
      other.values.withUnsafeBufferPointer { two in
        Plane(width: width, height: height) { target in
          for index in target.indices { target[index] = body(one[index], two[index]) }
        }
      }
    }
  }

  /// A copy with each value changed.
  @inline(__always)
  func mapped(_ body: (Float) -> Float) -> Plane {
    values.withUnsafeBufferPointer { source in
      Plane(width: width, height: height) { target in
        for index in target.indices { target[index] = body(source[index]) }
      }
    }
  }

  /// Columns for rows, a few at a time so that both stay in the cache.
  func transposed() -> Plane {
    values.withUnsafeBufferPointer { source in
      Plane(width: height, height: width) { target in
        for top in stride(from: 0, to: height, by: 16) {
          let bottom = min(top + 16, height)
          for x in 0..<width {
            for y in top..<bottom { target[x * height + y] = source[y * width + x] }
          }
        }
      }
    }
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
    var padded: [Float] = []
    let side = repeatElement(value, count: margin)
    let end = repeatElement(value, count: margin * (width + 2 * margin))
    padded.reserveCapacity((width + 2 * margin) * (height + 2 * margin))
    padded += end
    for y in 0..<height {
      padded += side
      padded += values[y * width..<y * width + width]
      padded += side
    }
    padded += end
    return Plane(width: width + 2 * margin, height: height + 2 * margin, values: padded)
  }

  /// The plane with `margin` more values on all four sides, in which slopes go on as they are at the edges.
  func continued(by margin: Int) -> Plane {
    continuedDown(by: margin).transposed().continuedDown(by: margin).transposed()
  }

  private func continuedDown(by margin: Int) -> Plane {
    values.withUnsafeBufferPointer { source in
      Plane(width: width, height: height + 2 * margin) { target in
        for y in 0..<height + 2 * margin {
          let inside = min(max(y - margin, 0), height - 1)
          let beyond = min(abs(y - margin - inside), height - 1)
          let mirrored = (inside == 0 ? beyond : height - 1 - beyond) * width
          // Inside, a row is its own mirror image.
          let (end, other) = beyond == 0 ? (inside * width, inside * width) : (inside * width, mirrored)
          for x in 0..<width { target[y * width + x] = 2 * source[end + x] - source[other + x] }
        }
      }
    }
  }
}
