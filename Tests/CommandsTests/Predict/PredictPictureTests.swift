import Commands
import Foundation
import Graphics
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct PredictPictureTests {
  private let place: Workplace
  private let model: String

  init() throws {
    place = try Workplace(.predict)
    model = try place.model()
  }

  /// A PNG of white paper with an upright bar of `height` pixels on it.
  private func png(height: Int) -> [UInt8] {
    let gray = (0..<80 * 80).map { place -> UInt8 in
      let (x, y) = (place % 80, place / 80)
      return 36..<43 ~= x && 20..<20 + height ~= y ? 255 : 0
    }
    let white = Color(red: 1, green: 1, blue: 1)
    let black = Color(red: 0, green: 0, blue: 0)
    return PNG.encodeIndexed(PixelImage(gray: gray, width: 80, height: 80, paper: white, ink: black))
  }

  @Test func whatIsNoPictureIsNamedAndTheOthersAreAnswered() throws {
    let digit = try place.write(png(height: 40), to: "digit.png")
    let blank = try place.write(png(height: 0), to: "blank.png")
    let text = try place.write("nothing to see", to: "text.png")
    let empty = try place.write("", to: "empty.png")
    let torn = try place.write(Array(png(height: 40).dropLast(60)), to: "torn.png")
    let (folder, missing) = (place.path, place.file("missing.png"))
    let outcome = try place.run("--json", digit, folder, missing, "--model", model, text, blank, empty, torn, digit)
    #expect(outcome.status == .data)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 8)
    func error(_ index: Int, _ message: String) -> String {
      "{\"index\":\(index),\"status\":\"error\",\"message\":\"\(message)\"}"
    }
    #expect(lines[0].hasPrefix(#"{"index":0,"status":"ok","digit":"#))
    #expect(lines[1] == error(1, "\(folder) is a directory; name the pictures in it"))
    #expect(lines[2] == error(2, "\(missing) cannot be read: No such file or directory"))
    #expect(lines[3] == error(3, "\(text) is not a PNG or a JPEG"))
    #expect(lines[4] == #"{"index":4,"status":"blank"}"#)
    #expect(lines[5] == error(5, "\(empty) is empty; save the picture again"))
    #expect(lines[6].contains("\(torn) is a damaged PNG: "))
    #expect(lines[7] == lines[0].replacing(#"{"index":0"#, with: #"{"index":7"#))
    #expect(outcome.errors == "inkling-predict: 5 of 8 inputs cannot be read\n")
  }

  @Test func rowsForPeopleStandInColumns() throws {
    let (short, long) = (
      try place.write(png(height: 40), to: "a.png"), try place.write(png(height: 0), to: "blank.png")
    )
    let outcome = try place.run("--model", model, short, long)
    #expect(outcome.status == .done)
    #expect(outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let width = min(40, long.count)
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(short))
    #expect(lines[0].hasSuffix(" %"))
    #expect(lines[1] == long + String(repeating: " ", count: width - min(width, long.count)) + "  –            blank")
  }

  @Test func aPictureInADrawingIsReadWhereThereIsNoInk() throws {
    let bytes = Data(png(height: 40)).base64EncodedString()
    func line(_ png: String) -> String { #"{"strokes":[],"image":{"png":"\#(png)","box":[0,0,80,80]}}"# }
    let drawings = try place.write("\(line(bytes))\n\(line("bm9uZQ=="))\n", to: "d.ndjson")
    let picture = try place.write(png(height: 40), to: "digit.png")
    let outcome = try place.run("--model", model, "--strokes", drawings, "--json")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect("\(lines[0])\n" == (try place.run("--model", model, picture, "--json").output))
    #expect(
      lines[1]
        == "{\"index\":1,\"status\":\"error\",\"message\":\"\(drawings), line 2: its image is not a PNG or a JPEG\"}")
  }
}
