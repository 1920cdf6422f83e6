/// A square window that slides over a picture: the arithmetic that convolution and pooling share.
package struct Window: Hashable {
  let size: Int
  let stride: Int
  let padding: LayerSpec.Padding

  /// A window of `size` × `size`, `stride` apart.
  package init(size: Int, stride: Int, padding: LayerSpec.Padding) {
    (self.size, self.stride, self.padding) = (size, stride, padding)
  }

  /// Rows (or columns) of the output for a picture with `length` of them; nil where no window fits.
  func output(for length: Int) -> Int? {
    guard size >= 1, stride >= 1, stride <= 31, length >= 1 else { return nil }
    switch padding {
    case .same: return (length + stride - 1) / stride
    case .valid: return length >= size ? (length - size) / stride + 1 : nil
    }
  }

  /// Zeros before and after `length` rows (or columns). `same` puts the odd one after, as TensorFlow does.
  package func borders(for length: Int) -> (before: Int, after: Int) {
    guard padding == .same, let output = output(for: length) else { return (0, 0) }
    let total = max((output - 1) * stride + size - length, 0)
    return (total / 2, total - total / 2)
  }
}
