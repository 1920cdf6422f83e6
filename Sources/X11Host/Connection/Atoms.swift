import CX11
import Glibc

/// The server's numbers of names.
struct Atoms {
  private let values: [AtomName: Atom]
  /// The selection that the settings' owner holds on the screen of the window.
  let settingsSelection: Atom

  /// Asks for all of them at once.
  init(on display: OpaquePointer, screen: Int32) {
    let names = AtomName.allCases.map(\.rawValue) + ["_XSETTINGS_S\(screen)"]
    var numbers = [Atom](repeating: 0, count: names.count)
    var pointers: [UnsafeMutablePointer<CChar>?] = names.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    XInternAtoms(display, &pointers, Int32(names.count), False, &numbers)
    values = Dictionary(uniqueKeysWithValues: zip(AtomName.allCases, numbers))
    settingsSelection = numbers.last ?? 0
  }

  /// The number of `name`.
  subscript(name: AtomName) -> Atom { values[name] ?? 0 }
}
