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

  /// Keeps `owner` alive until the last user of the surface is gone, which may be later than this object.
  func keep(_ owner: AnyObject) throws(GraphicsError) {
    let held = Unmanaged.passRetained(owner)
    let status = cairo_surface_set_user_data(raw, ownerKey, held.toOpaque()) { held in
      held.map { Unmanaged<AnyObject>.fromOpaque($0).release() }
    }
    if status != CAIRO_STATUS_SUCCESS { held.release() }
    try checkStatus(status, "keep memory")
  }

  /// Throws when this surface has gone bad.
  func check(_ operation: String) throws(GraphicsError) {
    try checkStatus(cairo_surface_status(raw), operation)
  }
}

/// Only its address counts, and nobody reads or writes what lies there, so that any thread may use it: what is kept with a
/// surface under this key is the owner of its memory.
nonisolated(unsafe) private let ownerKey = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)

/// What the drawing library says about `status`.
func text(of status: cairo_status_t) -> String {
  cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
}

/// Throws unless `status` is success.
func checkStatus(_ status: cairo_status_t, _ operation: String) throws(GraphicsError) {
  guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(operation: operation, status: text(of: status)) }
}
