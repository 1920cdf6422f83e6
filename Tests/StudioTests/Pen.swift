import Graphics
import Ink
import Studio
import Toolkit

/// A hand that draws on the canvas of a studio.
@MainActor
struct Pen {
  let host: HeadlessHost
  let studio: Studio
  private var time: UInt32 = 1_000

  /// A window of `size` with nothing in it, whose network has been loaded.
  init(
    size: PixelSize = PixelSize(width: 1280, height: 800), options: StudioOptions = Pen.options,
    environment: [String: String] = [:]
  ) throws {
    host = try HeadlessHost(size: size)
    studio = try Studio(on: host, options: options, environment: environment)
    host.connect(studio)
    studio.waitForFiles()
    host.advance(by: .milliseconds(50))
  }

  /// Nothing is read from or written to the home directory.
  static var options: StudioOptions {
    var options = StudioOptions()
    options.screenshot = "unused.png"
    return options
  }

  /// A place of the canvas, each coordinate 0…1, in pixels of the window.
  func place(_ x: Double, _ y: Double) -> Point {
    let canvas = studio.stage.scene["canvas"]?.frame ?? studio.layout.canvas
    let scale = studio.state.scale
    return Point(x: (canvas.x + x * canvas.width) * scale, y: (canvas.y + y * canvas.height) * scale)
  }

  /// Draws through places of the canvas, with four samples between two of them.
  mutating func draw(
    _ places: [(Double, Double)], button: PointerEvent.Button = .primary, tool: PointerEvent.Tool = .mouse
  ) {
    guard let first = places.first, let last = places.last else { return }
    send(.down(button), place(first.0, first.1), tool)
    for (from, to) in zip(places, places.dropFirst()) {
      for step in 1...4 {
        let share = Double(step) / 4
        send(.moved, place(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share), tool)
      }
    }
    send(.up(button), place(last.0, last.1), tool)
  }

  /// Draws a seven.
  mutating func drawSeven() { draw([(0.3, 0.25), (0.65, 0.25), (0.45, 0.8)]) }

  private mutating func send(_ phase: PointerEvent.Phase, _ point: Point, _ tool: PointerEvent.Tool) {
    time += 4
    host.send(.pointer(PointerEvent(phase, at: point, tool: tool, device: 1, milliseconds: time)))
  }

  /// Presses a control with the mouse.
  func click(_ name: ControlName) {
    guard let frame = studio.stage.scene[name]?.frame else { return }
    let scale = studio.state.scale
    let point = Point(x: frame.midX * scale, y: frame.midY * scale)
    host.send(.pointer(PointerEvent(.down(.primary), at: point)), .pointer(PointerEvent(.up(.primary), at: point)))
  }

  /// Waits for what is done in the background, and shows what came of it.
  func settle() {
    repeat {
      studio.waitForFiles()
      host.advance(by: .milliseconds(50))
    } while studio.hasWork
  }

  /// Types a key.
  func key(_ key: Key, _ modifiers: Modifiers = []) { host.send(.key(KeyEvent(key, modifiers: modifiers))) }
}
