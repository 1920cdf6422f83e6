import Testing
import Toolkit
import X11Host

@Suite struct KeySymbolTests {
  private func key(_ symbol: UInt, _ text: String = "") -> Key? { KeySymbol(rawValue: symbol).key(writing: text) }

  @Test func lettersAreInLowerCase() {
    #expect(key(0x41, "A") == .character("a"))
    #expect(key(0x61, "") == .character("a"))
    #expect(key(0xC4, "Ä") == .character("ä"))
    #expect(key(0x0100_0416) == .character("ж"))
    #expect(key(0x06C1, "а") == .character("а"))
  }

  @Test(arguments: [
    (UInt(0xFF0D), Key.enter), (0xFF1B, .escape), (0xFF09, .tab), (0xFE20, .backTab), (0x20, .space),
    (0xFF08, .backspace), (0xFFFF, .delete), (0xFF51, .left), (0xFF52, .up), (0xFF53, .right), (0xFF54, .down),
    (0xFF50, .home), (0xFF57, .end), (0xFF55, .pageUp), (0xFF56, .pageDown), (0xFF67, .menu), (0xFFBE, .function(1)),
    (0xFFC9, .function(12)),
  ]) func keysWithNamesAreKnown(symbol: UInt, expected: Key) {
    #expect(key(symbol) == expected)
  }

  @Test(arguments: [
    (UInt(0xFF8D), Key.enter), (0xFF9F, .delete), (0xFF95, .home), (0xFFB7, .character("7")), (0xFFAB, .character("+")),
    (0xFFAE, .character(".")), (0xFFBD, .character("=")), (0xFF80, .space),
  ]) func keypadKeysMeanTheUsual(symbol: UInt, expected: Key) {
    #expect(key(symbol) == expected)
  }

  @Test func keysThatOnlyChangeOthersMeanNothing() {
    for symbol: UInt in [0xFFE1, 0xFFE3, 0xFFE9, 0xFF7F, 0xFE03, 0, .max] { #expect(key(symbol) == nil) }
  }

  @Test func composedTextIsAKey() {
    #expect(key(0, "é") == .character("é"))
    #expect(key(0, "日本") == .character("日"))
  }

  @Test func modifiersAreRead() {
    #expect(Modifiers(state: 0) == [])
    #expect(Modifiers(state: 1 | 4 | 8 | 64) == [.shift, .control, .alt, .logo])
    #expect(Modifiers(state: 2 | 16 | 256) == [])
  }
}
