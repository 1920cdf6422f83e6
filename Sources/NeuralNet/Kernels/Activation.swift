internal import COneDNN

/// A batch of activations between two kernels: logical shape, place in memory, number type.
final class Activation {
  let shape: TensorShape
  let batch: Int
  let form: Form
  let type: NumberType
  let layout: ArrayLayout
  let buffer: Buffer

  /// How the numbers of one item are ordered.
  enum Form: Hashable {
    /// Channel after channel, row after row; vectors are one pixel high and wide.
    case plain(channels: Int, height: Int, width: Int)
    /// `block` channels of a pixel side by side, then the next pixel; channels are padded with zeros to whole blocks.
    case blocked(channels: Int, height: Int, width: Int, block: Int)
  }

  init(_ shape: TensorShape, batch: Int, form: Form, type: NumberType, buffer: Buffer? = nil) throws(KernelError) {
    self.shape = shape
    self.batch = batch
    self.form = form
    self.type = type
    layout = try Activation.layout(of: form, batch: batch, type: type)
    if let buffer { self.buffer = buffer } else { self.buffer = try Buffer(byteCount: layout.byteCount) }
  }

  /// The layout in oneDNN's terms.
  static func layout(of form: Form, batch: Int, type: NumberType) throws(KernelError) -> ArrayLayout {
    switch form {
    case .plain(let channels, 1, 1): try ArrayLayout([batch, channels], type, dnnl_ab)
    case .plain(let channels, let height, let width):
      try ArrayLayout([batch, channels, height, width], type, dnnl_abcd)
    case .blocked(let channels, let height, let width, let block):
      try ArrayLayout([batch, channels, height, width], type, block == 16 ? dnnl_aBcd16b : dnnl_aBcd8b)
    }
  }

  /// The form that kernels like best for a shape: blocked for pictures, plain for vectors.
  static func preferredForm(of shape: TensorShape) -> Form {
    switch shape {
    case .picture(let channels, let height, let width):
      .blocked(channels: channels, height: height, width: width, block: ProcessorInfo.channelBlock)
    case .vector(let count): .plain(channels: count, height: 1, width: 1)
    }
  }

  /// The layouts for a copy from one form to another, all four dimensions spelled out; a flattened picture is written as
  /// the picture it was.
  static func copyLayouts(from source: Activation, to result: Activation, type: NumberType? = nil) throws(KernelError)
    -> (source: ArrayLayout, result: ArrayLayout)
  {
    let size = source.form.size
    var resultForm = result.form
    if case .plain = resultForm {
      resultForm = .plain(channels: size.channels, height: size.height, width: size.width)
    }
    return (
      try pictureLayout(of: source.form, batch: source.batch, type: type ?? source.type),
      try pictureLayout(of: resultForm, batch: source.batch, type: type ?? result.type)
    )
  }

  private static func pictureLayout(of form: Form, batch: Int, type: NumberType) throws(KernelError) -> ArrayLayout {
    guard case .plain(let channels, let height, let width) = form else {
      return try layout(of: form, batch: batch, type: type)
    }
    return try ArrayLayout([batch, channels, height, width], type, dnnl_abcd)
  }

  /// The same memory bound for primitives.
  func bound(in engine: Engine) throws(KernelError) -> BoundArray {
    try BoundArray(layout, in: engine, buffer: buffer)
  }
}

extension Activation.Form {
  /// Channels, rows and columns of one item, padding left out.
  var size: (channels: Int, height: Int, width: Int) {
    switch self {
    case .plain(let channels, let height, let width): (channels, height, width)
    case .blocked(let channels, let height, let width, _): (channels, height, width)
    }
  }

  /// The same memory with its padding counted as channels.
  var wholeBlocks: Activation.Form {
    guard case .blocked(let channels, let height, let width, let block) = self else { return self }
    let blocks = (channels + block - 1) / block
    return .blocked(channels: blocks * block, height: height, width: width, block: block)
  }

  /// The form of a picture with other rows and columns.
  func resized(height: Int, width: Int) -> Activation.Form {
    switch self {
    case .plain(let channels, _, _): .plain(channels: channels, height: height, width: width)
    case .blocked(let channels, _, _, let block):
      .blocked(channels: channels, height: height, width: width, block: block)
    }
  }
}
