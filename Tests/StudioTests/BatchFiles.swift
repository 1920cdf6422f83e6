import Graphics
import Studio
import Testing
import Toolkit

/// CSV files and folders for the batch screen, and a window that has read them.
@MainActor
enum BatchFiles {
  /// A row of a seven whose stem is moved by `shift`, such as the network reads.
  static func seven(shift: Int) -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: 784)
    func ink(_ x: Int, _ y: Int) { if (0..<28).contains(x), (0..<28).contains(y) { pixels[y * 28 + x] = 255 } }
    for x in 8..<20 { for y in 5..<8 { ink(x, y) } }
    for y in 8..<24 { for x in 0..<3 { ink(17 - (y - 8) / 2 + x + shift % 2, y) } }
    return pixels
  }

  /// `count` rows with a label, of which those in `bad` cannot be read and each fifth has no ink.
  static func csv(_ count: Int, label: Int? = 7, bad: Set<Int> = []) -> String {
    let ink = [0, 1].map { seven(shift: $0).map(String.init).joined(separator: ",") }
    let blank = [String](repeating: "0", count: 784).joined(separator: ",")
    return (0..<count).reduce(into: "") { text, row in
      let start = label.map { "\(row % 3 == 0 ? 1 : $0)," } ?? ""
      text += bad.contains(row) ? "1,x\n" : start + (row % 5 == 4 ? blank : ink[row % 2]) + "\n"
    }
  }

  /// A picture of a seven as a PNG file.
  static func png() throws -> [UInt8] {
    let surface = try ImageSurface(width: 84, height: 84, isOpaque: true)
    let pixels = PixelImage(
      gray: seven(shift: 0), width: 28, height: 28, paper: Theme.light.canvas, ink: Theme.light.ink)
    try surface.draw { $0.draw(pixels, in: Rect(x: 0, y: 0, width: 84, height: 84)) }
    return try PNG.encode(surface)
  }

  /// Waits until nothing goes on any more.
  static func settle(_ pen: Pen) {
    for _ in 0..<4 {
      pen.studio.waitForFiles()
      pen.host.advance(by: .milliseconds(50))
    }
  }

  /// A window that has read what is at `paths`.
  static func open(_ paths: [String], size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.studio.perform(.batch(.open(paths)))
    settle(pen)
    return pen
  }
}
