import CX11
import Toolkit

/// Follows what the desktop asks for.
@MainActor
final class DesktopSettings {
  private let connection: Connection
  private let scale: Double?
  /// The window on which the settings daemon leaves its settings.
  private var owner: Window = 0
  private(set) var current = HostSettings()

  /// Reads everything; `scale` stands above what the desktop says.
  init(on connection: Connection, scale: Double?) {
    self.connection = connection
    self.scale = scale
    XSelectInput(connection.display, connection.root, PropertyChangeMask | StructureNotifyMask)
    findOwner()
    read()
  }

  /// Takes an event of another window and says whether the settings are to be looked at again.
  func handle(_ event: XEvent) -> Bool {
    switch event.type {
    case PropertyNotify: return handle(event.xproperty)
    case ClientMessage: return handle(event.xclient)
    case DestroyNotify where owner != 0 && event.xdestroywindow.window == owner: findOwner()
    default: return false
    }
    read()
    return true
  }

  private func handle(_ event: XPropertyEvent) -> Bool {
    let isResource = event.window == connection.root && event.atom == connection.atoms[.resources]
    let isSetting = owner != 0 && event.window == owner && event.atom == connection.atoms[.settings]
    guard isResource || isSetting else { return false }
    read()
    return true
  }

  /// A daemon has started.
  private func handle(_ event: XClientMessageEvent) -> Bool {
    guard event.window == connection.root, event.message_type == connection.atoms[.manager], event.format == 32,
      Atom(bitPattern: event.data.l.1) == connection.atoms.settingsSelection
    else { return false }
    findOwner()
    read()
    return true
  }

  private func findOwner() {
    owner = XGetSelectionOwner(connection.display, connection.atoms.settingsSelection)
    // It may be gone before it is listened to; then the request fails and there are no settings.
    if owner != 0 { XSelectInput(connection.display, owner, PropertyChangeMask | StructureNotifyMask) }
  }

  private func read() {
    var wishes = DesktopWishes()
    if owner != 0, let bytes = connection.bytes(of: connection.atoms[.settings], on: owner) {
      wishes.settings = SettingsBlob(bytes) ?? SettingsBlob()
    }
    // Resources are kept on the first screen's root window, whatever screen the window is on.
    let root = XRootWindow(connection.display, 0)
    if let bytes = connection.bytes(of: connection.atoms[.resources], on: root) {
      wishes.resources = String(decoding: bytes, as: UTF8.self)
    }
    current = wishes.hostSettings(scale: scale)
  }
}
