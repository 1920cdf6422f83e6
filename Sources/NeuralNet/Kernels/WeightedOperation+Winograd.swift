internal import COneDNN

extension WeightedOperation {
  /// The convolution as the loops for Winograd's form take it, without its arrays; nil where they do not know it: they
  /// are for bf16 numbers, 3×3 and whole blocks of channels.
  var winogradForm: inkling_convolution? {
    guard let window, window.size == 3, window.stride == 1, type == .bfloat16, result.type == .bfloat16,
      case .blocked(let channels, let height, let width, 16) = source.form, channels % 16 == 0,
      case .blocked(let filters, let resultHeight, let resultWidth, 16) = result.form, filters % 16 == 0,
      // Tiles of 2 × 2 must not stand out too far.
      resultHeight > 3, resultWidth > 3
    else { return nil }
    var form = inkling_convolution()
    form.batch = source.batch
    (form.channels, form.height, form.width) = (channels, height, width)
    (form.filters, form.resultHeight, form.resultWidth) = (filters, resultHeight, resultWidth)
    form.paddingTop = window.borders(for: height).before
    form.paddingLeft = window.borders(for: width).before
    return form
  }
}

extension inkling_convolution {
  /// The convolution that gives the gradient of the source: the same weights, turned round.
  var reversed: inkling_convolution {
    var form = self
    (form.channels, form.height, form.width) = (filters, resultHeight, resultWidth)
    (form.filters, form.resultHeight, form.resultWidth) = (channels, height, width)
    form.paddingTop = 2 - paddingTop
    form.paddingLeft = 2 - paddingLeft
    return form
  }

  /// Numbers from point to point for one block of channels of two pictures, with room for all 16 points.
  var pointCount: Int {
    var form = self
    return inkling_winograd_stride(&form) * 16 * 32
  }

  /// Bytes of the longest row of pixels, for what lies outside of pictures.
  var rowByteCount: Int { max(width, resultWidth) * 32 }
}
