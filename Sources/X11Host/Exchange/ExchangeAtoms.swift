import CX11
import Glibc

/// The numbers that the server gave to the names.
struct ExchangeAtoms {
  private let numbers: [ExchangeAtom: Atom]
  private let kinds: [Atom: ContentKind]

  /// Asks the server once for all of them.
  init(display: OpaquePointer) {
    let names = ExchangeAtom.allCases
    let atoms = ExchangeAtoms.intern(names.map(\.rawValue), display: display)
    numbers = Dictionary(zip(names, atoms)) { first, _ in first }
    let byName = Dictionary(zip(names.map(\.rawValue), atoms)) { first, _ in first }
    kinds = Dictionary(
      ContentKind.allCases.compactMap { kind in byName[kind.rawValue].map { ($0, kind) } }
    ) { first, _ in first }
  }

  /// The number of a name.
  subscript(name: ExchangeAtom) -> Atom { numbers[name] ?? 0 }

  /// The kind of contents that a target stands for; nil where it is none that can be used.
  func kind(of target: Atom) -> ContentKind? { kinds[target] }

  /// The target of a kind of contents.
  func target(of kind: ContentKind) -> Atom { ExchangeAtom(rawValue: kind.rawValue).map { self[$0] } ?? 0 }

  /// The numbers of any names, in one question to the server.
  static func intern(_ names: [String], display: OpaquePointer) -> [Atom] {
    var texts = names.map { strdup($0) }
    defer { for text in texts { free(text) } }
    var atoms = [Atom](repeating: 0, count: names.count)
    XInternAtoms(display, &texts, Int32(names.count), False, &atoms)
    return atoms
  }
}
