import Ink
import Testing

/// Every small damage to a line is either an error or another drawing; nothing else happens.
@Suite struct DamagedLineTests {
  private static let text =
    #"{"label":"\u00e9\n","writer":"a","width":2.5e0,"strokes":[[[1,-2.5],[3,4,0.5,1e2]],[]],"#
    + #""image":{"png":"iVBORw==","box":[0,-1,1,2],"k":true},"other":[{"a":[null,"\ud83d\ude00"]},-0.1E-3]}"#
  private static let line = Array(text.utf8)

  @Test func noBeginningIsADrawing() throws {
    _ = try Drawing(line: Self.line)
    for count in 0..<Self.line.count {
      let error = #expect(throws: DrawingLineError.self) { try Drawing(line: Array(Self.line.prefix(count))) }
      #expect((error?.offset ?? .max) <= count)
    }
  }

  @Test func everyOtherByteIsSurvived() {
    let strange: [UInt8] = Array("{}[]\",:\\ 0-.eEux\n".utf8) + [0, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xFF]
    for place in Self.line.indices {
      for byte in strange {
        var line = Self.line
        line[place] = byte
        expectErrorOrRoundTrip(line)
        line = Self.line
        line.insert(byte, at: place)
        expectErrorOrRoundTrip(line)
      }
    }
  }

  @Test func everyMissingPieceIsSurvived() {
    for place in Self.line.indices {
      for count in 1...min(40, Self.line.count - place) {
        var line = Self.line
        line.removeSubrange(place..<place + count)
        expectErrorOrRoundTrip(line)
      }
    }
  }

  @Test func noiseIsSurvived() {
    var state: UInt64 = 1
    for length in 0..<2_000 {
      expectErrorOrRoundTrip(
        (0..<length % 200).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1
          return UInt8(truncatingIfNeeded: state >> 56)
        })
    }
  }

  /// What is accepted must come out of its own line again.
  private func expectErrorOrRoundTrip(_ line: [UInt8]) {
    guard let drawing = try? Drawing(line: line) else { return }
    let again = try? Drawing(line: drawing.line)
    #expect(again == drawing, "\(String(decoding: line, as: UTF8.self))")
  }
}
