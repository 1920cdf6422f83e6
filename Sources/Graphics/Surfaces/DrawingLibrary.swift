internal import CCairo

/// The library that draws.
package enum DrawingLibrary {
  /// Its version as it runs here, such as `1.16.0`.
  package static var version: String { String(cString: cairo_version_string()) }
}
