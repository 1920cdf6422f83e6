internal import COneDNN

/// The library that computes.
package enum KernelLibrary {
  /// Its version as it runs here, such as `3.4.1`.
  package static var version: String {
    guard let version = dnnl_version()?.pointee else { return "unknown" }
    return "\(version.major).\(version.minor).\(version.patch)"
  }
}
