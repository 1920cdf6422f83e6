import Graphics
import Toolkit

/// A window that shows whatever elements it is given, and notes what its stage says.
@MainActor
final class TestWindow: HostClient {
  let host: HeadlessHost
  let stage: Stage
  /// What the stage said since they were taken last.
  private(set) var events: [StageEvent] = []
  private(set) var deliveries: [Delivery] = []
  private(set) var reports = 0
  private(set) var wakes = 0
  var theme = Theme.dark
  var scale: Double

  /// A window of `width` × `height` pixels that shows the elements.
  init(_ elements: [Element], width: Int = 400, height: Int = 300, scale: Double = 1, hostScale: Double? = nil) throws {
    let settings = HostSettings(scale: hostScale ?? scale)
    host = try HeadlessHost(size: PixelSize(width: width, height: height), settings: settings)
    stage = Stage(on: host, theme: .dark)
    self.scale = scale
    host.connect(self)
    show(elements)
  }

  /// Shows other elements, some of them as a layer of their own.
  func show(_ elements: [Element], modal: [Element]? = nil) {
    var scene = Scene()
    scene.add(elements)
    if let modal {
      scene.beginModal()
      scene.add(modal)
    }
    stage.show(scene, theme: theme, scale: scale)
    host.advance(by: .milliseconds(10))
    draw()
  }

  /// Sends pointer events and returns what came of them.
  @discardableResult
  func point(_ pointers: PointerEvent...) -> [StageEvent] {
    events = []
    host.send(pointers.map { .pointer($0) })
    return events
  }

  /// Types a key and returns what came of it.
  @discardableResult
  func type(_ key: Key, _ modifiers: Modifiers = [], isRepeat: Bool = false) -> [StageEvent] {
    send(.key(KeyEvent(key, modifiers: modifiers, isRepeat: isRepeat)))
  }

  /// Sends an event and returns what came of it.
  @discardableResult
  func send(_ event: InputEvent) -> [StageEvent] {
    events = []
    host.send(event)
    return events
  }

  private func draw() {
    guard let damage = try? stage.draw(), !damage.isEmpty else { return }
    host.present(Frame(number: host.frames.count, damage: damage))
  }

  func handle(_ event: InputEvent) {
    if case .delivery(let delivery) = event { deliveries.append(delivery) }
    events += stage.handle(event)
  }

  func eventsAreHandled() { draw() }
  var nextDeadline: Duration? { stage.nextDeadline }

  func wake() {
    wakes += 1
    stage.wake()
    draw()
  }

  func presented(_ report: FrameReport) { reports += 1 }
  func hostIsGone() {}

  // MARK: Pixels

  /// What is on the screen.
  func pixels() throws -> PixelImage { try host.surface.pixels() }

  /// How many pixels would look different if everything were drawn again.
  func stalePixels() throws -> Int {
    let shown = try pixels()
    stage.invalidateEverything()
    _ = try stage.draw()
    let whole = try pixels()
    return zip(shown.pixels, whole.pixels).count { !TestWindow.looksSame($0, $1) }
  }

  /// Edges that are drawn through another clip may differ by a few of 255 levels.
  private static func looksSame(_ one: UInt32, _ other: UInt32) -> Bool {
    [0, 8, 16].allSatisfy { abs(Int(one >> $0 & 0xFF) - Int(other >> $0 & 0xFF)) <= 4 }
  }

  /// The smallest rectangle around all pixels of a colour; nil where there is none.
  func bounds(of color: Color) throws -> PixelRect? {
    let image = try pixels()
    var bounds = PixelRect(x: 0, y: 0, width: 0, height: 0)
    for y in 0..<image.height {
      for x in 0..<image.width where image[x, y] == color.pixel {
        bounds = bounds.union(PixelRect(x: x, y: y, width: 1, height: 1))
      }
    }
    return bounds.isEmpty ? nil : bounds
  }
}

extension PointerEvent {
  static func moved(_ x: Double, _ y: Double, _ tool: Tool = .mouse, device: Int = 0) -> PointerEvent {
    PointerEvent(.moved, at: Point(x: x, y: y), tool: tool, device: device)
  }

  static func down(
    _ x: Double, _ y: Double, _ button: Button = .primary, _ tool: Tool = .mouse, device: Int = 0
  ) -> PointerEvent {
    PointerEvent(.down(button), at: Point(x: x, y: y), tool: tool, device: device)
  }

  static func up(
    _ x: Double, _ y: Double, _ button: Button = .primary, _ tool: Tool = .mouse, device: Int = 0
  ) -> PointerEvent {
    PointerEvent(.up(button), at: Point(x: x, y: y), tool: tool, device: device)
  }

  static func cancelled(_ x: Double, _ y: Double, _ tool: Tool = .mouse, device: Int = 0) -> PointerEvent {
    PointerEvent(.cancelled, at: Point(x: x, y: y), tool: tool, device: device)
  }
}
