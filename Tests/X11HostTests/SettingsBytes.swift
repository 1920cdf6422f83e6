/// Settings as a daemon writes them.
struct SettingsBytes {
  private let isBigEndian: Bool
  private(set) var bytes: [UInt8]

  init(isBigEndian: Bool, count: UInt32) {
    self.isBigEndian = isBigEndian
    bytes = [isBigEndian ? 1 : 0, 0, 0, 0]
    append(7)
    append(count)
  }

  /// A number, a text, a colour and a negative number.
  static func sample(isBigEndian: Bool) -> [UInt8] {
    var bytes = SettingsBytes(isBigEndian: isBigEndian, count: 4)
    bytes.add("Xft/DPI", number: 147_456)
    bytes.add("Net/ThemeName", text: "Adwaita-dark")
    bytes.addHead(kind: 2, name: "Gtk/Color")
    bytes.append(1)
    bytes.append(2)
    bytes.add("Gtk/Negative", number: -1)
    return bytes.bytes
  }

  mutating func add(_ name: String, number: Int32) {
    addHead(kind: 0, name: name)
    append(UInt32(bitPattern: number))
  }

  mutating func add(_ name: String, text: String) {
    addHead(kind: 1, name: name)
    append(UInt32(text.utf8.count))
    addPadded(text)
  }

  mutating func addHead(kind: UInt8, name: String) {
    bytes += [kind, 0]
    let length = UInt16(name.utf8.count)
    withUnsafeBytes(of: isBigEndian ? length.bigEndian : length.littleEndian) { bytes += $0 }
    addPadded(name)
    append(3)
  }

  mutating func append(_ number: UInt32) {
    withUnsafeBytes(of: isBigEndian ? number.bigEndian : number.littleEndian) { bytes += $0 }
  }

  private mutating func addPadded(_ text: String) {
    bytes += Array(text.utf8)
    while bytes.count % 4 != 0 { bytes.append(0) }
  }
}
