import CCairo

/// Collects what the drawing library writes.
final class ByteSink {
  var bytes: [UInt8] = []

  /// Appends to the sink whose unretained pointer is the closure argument.
  static let callback: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes += UnsafeBufferPointer(start: data, count: Int(length))
    return CAIRO_STATUS_SUCCESS
  }
}

/// Hands bytes to the drawing library, piece by piece.
final class ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads from the source whose unretained pointer is the closure argument.
  static let callback: cairo_read_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    return source.copy(Int(length), to: data) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR
  }

  private func copy(_ count: Int, to target: UnsafeMutablePointer<UInt8>) -> Bool {
    guard count <= bytes.count - position else { return false }
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { target.update(from: start + position, count: count) }
    }
    position += count
    return true
  }
}
