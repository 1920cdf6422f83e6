/// What is typed after `inkling`.
public struct WindowArguments: Equatable, Sendable {
  /// Pictures and drawings to open.
  public let files: [String]
  /// A model directory, or the name of an installed model.
  public let model: String?
  /// `dark`, `light` or `system`.
  public let theme: String?
  /// Pixels of one unit.
  public let scale: Double?
  public let writesEvents: Bool
  /// A file of drawings that are drawn as by hand.
  public let replay: String?
  /// Where the picture of a screen goes.
  public let screenshot: String?
  /// The screen that is shown first.
  public let screen: String?
  /// Width and height of the window in units.
  public let size: SIMD2<Int>?
  public let isBenchmark: Bool

  static let syntax = CommandSyntax(
    name: "inkling", summary: "recognises handwritten digits while they are drawn",
    options: [
      Option(
        "model", .text(placeholder: "DIR|NAME"), "the model directory, or the name of an installed model",
        usual: "the one used last"),
      Option("theme", .choice(["dark", "light", "system"]), "dark or light, or as the desktop is", usual: "system"),
      Option(
        "scale", .number(placeholder: "X", NumberRange(.including(1), .including(3))),
        "how many pixels a unit has, from 1 to 3",
        usual: "as the desktop says"),
      Option("events", .none, "writes what happens to standard output, one line of JSON each"),
      Option("replay", .text(placeholder: "FILE"), "draws the drawings of a file as a hand would"),
      Option(
        "screenshot", .text(placeholder: "OUT.png"), "writes a picture of the last frame and ends; needs no display"),
      Option("screen", .text(placeholder: "NAME"), "the screen that is shown, such as home or draw", usual: "draw"),
      Option("size", .text(placeholder: "WxH"), "the size of the window", usual: "1280x800"),
      Option(
        "benchmark", .none, "measures from the pointer to the screen and prints the figures when the window is closed"),
    ],
    operand: "IMAGE|DRAWING",
    usages: ["[OPTION…] [IMAGE|DRAWING]..."])

  /// Checks the options.
  init(_ values: OptionValues) throws(UsageError) {
    files = values.operands
    model = values.text("model")
    theme = values.text("theme")
    scale = values.number("scale")
    writesEvents = values.isOn("events")
    replay = values.text("replay")
    screenshot = values.text("screenshot")
    screen = values.text("screen")
    size = try values.text("size").map { (text) throws(UsageError) in try WindowArguments.size(text) }
    isBenchmark = values.isOn("benchmark")
    if let screenshot, !screenshot.hasSuffix(".png") {
      throw UsageError("--screenshot writes PNG files, so the name must end in .png, not '\(screenshot)'")
    }
  }

  private static func size(_ text: String) throws(UsageError) -> SIMD2<Int> {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (320...7680).contains(width),
      (240...4320).contains(height)
    else { throw UsageError("--size must be like 1280x800, from 320x240 to 7680x4320, not '\(text)'") }
    return SIMD2(width, height)
  }
}
