import Glibc
public import Graphics
public import Toolkit

/// What a run asks for when it opens its window.
public struct WindowRequest {
  public var title: String
  /// In units.
  public var size: PixelSize
  /// Pixels of one unit; nil: as the desktop says.
  public var scale: Double?
  /// The program's icon at so many pixels.
  public var icon: (Int) -> PixelImage?
}

/// A run of the window, from the options to its end.
@MainActor
public enum StudioRun {
  /// Does what `options` ask for; `open` opens a window where one is needed.
  public static func run(
    _ options: StudioOptions, environment: [String: String], open: (WindowRequest) throws -> any RunningHost
  ) throws -> HostEnd {
    if options.screenshot != nil {
      try takeScreenshot(options, environment: environment)
      return .closed
    }
    let size = options.size.map { PixelSize(width: $0.x, height: $0.y) } ?? PixelSize(width: 1280, height: 800)
    let host = try open(
      WindowRequest(title: "Inkling", size: size, scale: options.scale, icon: AppIcon.picture))
    let studio = try Studio(on: host, options: options, environment: environment)
    if options.isBenchmark { Benchmark(studio).start() }
    return host.run(studio)
  }

  /// Runs without anybody to see it: draws what is to be replayed and writes the picture of a screen.
  private static func takeScreenshot(_ options: StudioOptions, environment: [String: String]) throws {
    let size = options.size ?? SIMD2(1280, 800)
    let scale = options.scale ?? 1
    let pixels = PixelSize(
      width: Int((Double(size.x) * scale).rounded()), height: Int((Double(size.y) * scale).rounded()))
    let host = try HeadlessHost(size: pixels, settings: HostSettings(scale: scale))
    let studio = try Studio(on: host, options: options, environment: environment)
    host.connect(studio)
    studio.waitForFiles()
    host.advance(by: .seconds(1))
    try studio.writeScreenshot()
    studio.handle(.closeRequested)
  }
}
