import Ink
import Testing

@Suite struct DrawingLineTests {
  @Test func aLineOfTheContractIsRead() throws {
    let drawing = try Drawing(
      line: #"{"label":"7","writer":"ibm/r00-07","strokes":[[[1,2.5],[3,4,0.5],[5,6,0.25,120]],[[-7,1e30]]]}"#)
    #expect(drawing.label == "7")
    #expect(drawing.writer == "ibm/r00-07")
    #expect(
      drawing.strokes == [
        Stroke(points: [
          InkPoint(x: 1, y: 2.5), InkPoint(x: 3, y: 4, pressure: 0.5),
          InkPoint(x: 5, y: 6, pressure: 0.25, milliseconds: 120),
        ]), Stroke(points: [InkPoint(x: -7, y: 1e30)]),
      ])
    #expect(drawing.pointCount == 4)
  }

  @Test(
    arguments: [
      #"{"strokes":[]}"#, #"{"strokes":[[]]}"#, #"{"strokes":[[[0.1,-0]]]}"#,
      #"{"label":"7","writer":"a/b","width":2.5,"strokes":[[[1,2],[1,2,0.5],[1,2,null,3],[1,2,1,4.25]]]}"#,
      #"{"label":"é\"\\","strokes":[],"image":{"png":"iVBORw==","box":[0,-1,100,200],"note":[1,2]}}"#,
      #"{"strokes":[[[1,2]]],"device":{"name":"pen","tilt":[1.50,null,{"x":"\u00e9"}]},"z":1.0,"a":null}"#,
    ])
  func whatIsReadIsWrittenAgain(line: String) throws {
    let drawing = try Drawing(line: line)
    #expect(drawing.line == line)
    #expect(try Drawing(line: drawing.line) == drawing)
  }

  @Test func everyNumberReadsBack() throws {
    // Bit patterns from all over: large, small, subnormal, of either sign.
    let numbers = (1...20_000 as ClosedRange<UInt64>).map { Double(bitPattern: $0 &* 0x9E37_79B9_7F4A_7C15) }
    let points = numbers.filter(\.isFinite).map { InkPoint(x: $0, y: -$0, pressure: 0.1, milliseconds: $0 / 3) }
    let drawing = Drawing(strokes: [Stroke(points: points)])
    #expect(try Drawing(line: drawing.line) == drawing)
  }

  @Test func spaceAndNullsMeanNothing() throws {
    let drawing = try Drawing(
      line:
        " { \"label\" : null , \"writer\":null,\"width\":null,\"image\":null, \"strokes\" : [ [ [ 1 , 2 ] ] ] , \"k\":\t[ 1 ] }\r\n"
    )
    #expect(drawing.line == #"{"strokes":[[[1,2]]],"k":[1]}"#)
  }

  @Test func pressureStaysInItsRange() throws {
    let drawing = try Drawing(line: #"{"strokes":[[[0,0,-1],[0,0,1.0001],[0,0,1e300]]]}"#)
    #expect(drawing.strokes.flatMap(\.points).map(\.pressure) == [0, 1, 1])
  }

  @Test(
    arguments: [
      ("", "", 0, "expected an object at byte 0"), ("[]", "", 0, "expected an object at byte 0"),
      (#"{"label":"7"}"#, "", 13, "expected a member 'strokes' at byte 13"),
      (#"{"strokes":[[[1]]]}"#, "strokes[0][0]", 16, "expected x and y in a point at byte 16"),
      (#"{"strokes":[[],[[1,2],[1,NaN]]]}"#, "strokes[1][1]", 25, "expected a finite number at byte 25"),
      (#"{"strokes":[[[1,1e400]]]}"#, "strokes[0][0]", 16, "expected a finite number at byte 16"),
      (#"{"strokes":[[[null,1]]]}"#, "strokes[0][0]", 14, "expected a finite number at byte 14"),
      (#"{"strokes":[[[1,2,3,4,5]]]}"#, "strokes[0][0]", 22, "expected at most four numbers in a point at byte 22"),
      (#"{"strokes":[1]}"#, "strokes[0]", 12, "expected a list at byte 12"),
      (#"{"strokes":[],"strokes":[]}"#, "", 23, "'strokes' stands twice"),
      (#"{"strokes":[],"label":7}"#, "label", 22, "expected a string at byte 22"),
      (#"{"strokes":[],"width":0}"#, "width", 23, "expected a number above 0 before it at byte 23"),
      (#"{"strokes":[]} x"#, "", 15, "expected the end at byte 15"),
      (#"{"strokes":[],"x":tru}"#, "x", 18, "expected a value at byte 18"),
      (#"{"strokes":[],"image":{"png":"?","box":[0,0,1,1]}}"#, "image", 32, "expected base64 before it at byte 32"),
      (#"{"strokes":[],"image":{"png":""}}"#, "image", 32, "expected 'png' and 'box' in an image at byte 32"),
      (
        #"{"strokes":[],"image":{"png":"","box":[0,0,1]}}"#, "image", 45, "expected four numbers in a box at byte 45"
      ),
    ])
  func aMalformedLineIsNamed(line: String, field: String, offset: Int, reason: String) {
    #expect(throws: DrawingLineError(field: field, offset: offset, reason: reason)) { try Drawing(line: line) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    var bytes = Array(#"{"strokes":[],"label":"?"}"#.utf8)
    bytes[23] = 0xFF
    #expect(throws: DrawingLineError.self) { try Drawing(line: bytes) }
  }

  @Test func unknownKeysMayBeDeep() throws {
    let depth = 300_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let line = "{\"strokes\":[],\"deep\":\(deep)}"
    #expect(try Drawing(line: line).line == line)
  }

  @Test func picturesOfEveryLengthReadBack() throws {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
      let drawing = Drawing(image: PlacedImage(png: bytes, box: .init(x: 1, y: 2, width: 3, height: 4)))
      #expect(try Drawing(line: drawing.line) == drawing)
    }
  }

  @Test func aMillionPointsAreReadInOneGo() throws {
    let text = (0..<1_000_000).map { "[\($0 % 997).\($0 % 10),\($0 % 463)]" }.joined(separator: ",")
    let line = Array("{\"strokes\":[[\(text)]]}".utf8)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try Drawing(line: line).pointCount }
    #expect(count == 1_000_000)
    // Twenty times what it takes here; anything quadratic takes hours.
    #expect(time < .seconds(5), "\(line.count) bytes took \(time)")
  }
}
