import Testing
import X11Host

@Suite struct SettingsBlobTests {
  @Test(arguments: [false, true]) func readsBothByteOrders(isBigEndian: Bool) {
    let blob = SettingsBlob(SettingsBytes.sample(isBigEndian: isBigEndian))
    #expect(blob?.number("Xft/DPI") == 147_456)
    #expect(blob?.text("Net/ThemeName") == "Adwaita-dark")
    #expect(blob?.number("Gtk/Negative") == -1)
    #expect(blob?.values.count == 3)
  }

  @Test func namesOfTheOtherKindAreNotThere() {
    let blob = SettingsBlob(SettingsBytes.sample(isBigEndian: false))
    #expect(blob?.text("Xft/DPI") == nil)
    #expect(blob?.number("Net/ThemeName") == nil)
    #expect(blob?.number("Gtk/Color") == nil)
  }

  @Test(arguments: [false, true]) func everyTruncationIsRefused(isBigEndian: Bool) {
    let bytes = SettingsBytes.sample(isBigEndian: isBigEndian)
    for length in 0..<bytes.count { #expect(SettingsBlob(Array(bytes.prefix(length))) == nil, "\(length) bytes") }
  }

  @Test func everyDamagedByteIsSurvived() {
    let bytes = SettingsBytes.sample(isBigEndian: false)
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 2, 127, 128, 255] {
        var damaged = bytes
        damaged[place] = value
        #expect((SettingsBlob(damaged)?.values.count ?? 0) <= 4)
      }
    }
  }

  @Test func aCountThatLiesIsRefused() {
    var bytes = SettingsBytes(isBigEndian: false, count: .max)
    bytes.add("A", number: 1)
    #expect(SettingsBlob(bytes.bytes) == nil)
  }

  @Test func aTextLongerThanTheRestIsRefused() {
    var bytes = SettingsBytes(isBigEndian: false, count: 1)
    bytes.addHead(kind: 1, name: "A")
    bytes.append(UInt32.max)
    bytes.append(0)
    #expect(SettingsBlob(bytes.bytes) == nil)
  }
}
