internal import COneDNN

/// A parameter array in the plain order of the model file, among the zeros that fill up blocks of channels.
struct PlainArray {
  /// The array with its zeros.
  let layout: ArrayLayout
  private let rowCount: Int
  /// The numbers of a row that the model has; zeros follow.
  private let rowLength: Int
  private let rowStride: Int

  /// `shape` is what the model has; in `filled`, the first two dimensions may be larger.
  init(_ shape: [Int], filled: [Int]) throws(KernelError) {
    layout = try ArrayLayout(filled, .float32, .plain(dimensions: filled.count))
    // What belongs to one output lies in a row; an array of one dimension is a single row.
    let isRow = shape.count == 1
    rowCount = isRow ? 1 : shape[0]
    rowLength = isRow ? shape[0] : shape.dropFirst().reduce(1, *)
    rowStride = isRow ? filled[0] : filled.dropFirst().reduce(1, *)
  }

  /// The model's numbers in fresh memory.
  func bound(_ values: [Float], in engine: Engine) throws(KernelError) -> BoundArray {
    precondition(values.count == rowCount * rowLength, "\(values.count) numbers for \(rowCount) × \(rowLength)")
    let array = try BoundArray(layout, in: engine)
    let target = array.pointer.assumingMemoryBound(to: Float.self)
    values.withUnsafeBufferPointer { values in
      for row in 0..<rowCount {
        for column in 0..<rowLength { target[row * rowStride + column] = values[row * rowLength + column] }
      }
    }
    return array
  }

  /// The model's numbers out of `array`, which has this layout.
  func values(of array: BoundArray) -> [Float] {
    let source = array.pointer.assumingMemoryBound(to: Float.self)
    var values: [Float] = []
    values.reserveCapacity(rowCount * rowLength)
    for row in 0..<rowCount {
      values += UnsafeBufferPointer(start: source + row * rowStride, count: rowLength)
    }
    return values
  }
}
