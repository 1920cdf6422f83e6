import CCairo

/// Something that can be drawn on: an image in memory or the pages of a document.
///
/// Not `Sendable`: a surface and its contexts stay with one thread at a time.
public class Surface {
  let raw: OpaquePointer

  /// Takes over a surface that the caller owns (+1), if it was made without trouble.
  init(adopting raw: OpaquePointer?, operation: String) throws(GraphicsError) {
    guard let raw else { throw .drawing(operation: operation, status: "no surface") }
    let status = cairo_surface_status(raw)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(raw)
      throw .drawing(operation: operation, status: text(of: status))
    }
    self.raw = raw
  }

  deinit { cairo_surface_destroy(raw) }

  /// Draws in a fresh context and throws if any single step of `body` went wrong.
  public func draw(_ body: (Context) throws -> Void) throws {
    let context = try Context(on: self)
    try body(context)
    try context.finish()
  }

  /// Throws when this surface has gone bad.
  func check(_ operation: String) throws(GraphicsError) {
    try checkStatus(cairo_surface_status(raw), operation)
  }
}

/// What the drawing library says about `status`.
func text(of status: cairo_status_t) -> String {
  cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
}

/// Throws unless `status` is success.
func checkStatus(_ status: cairo_status_t, _ operation: String) throws(GraphicsError) {
  guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(operation: operation, status: text(of: status)) }
}
