import Graphics
public import Toolkit

/// A run of the window, or of one that nobody sees.
@MainActor
public enum StudioRun {
  /// The most pixels of a picture: twice as many as the largest screens have.
  private static let mostPixels = 7680 * 4320 * 2

  /// Has the application on `host` run to its end, in the typeface of the user's desktop.
  public static func show<Ending>(
    on host: any Host, options: StudioOptions, environment: [String: String], run: (Studio) -> Ending
  ) throws -> Ending {
    try Font.withFamily(Font.interfaceFamily) {
      run(try Studio(on: host, options: options, environment: environment))
    }
  }

  /// Draws what is to be replayed and writes the picture of a screen, if that is asked for; otherwise returns false.
  public static func takeScreenshot(_ options: StudioOptions, environment: [String: String]) throws -> Bool {
    guard options.screenshot != nil else { return false }
    let size = options.windowSize
    let scale = options.scale ?? 1
    let pixels = PixelSize(
      width: Int((size.width * scale).rounded()), height: Int((size.height * scale).rounded()))
    guard pixels.width * pixels.height <= mostPixels else {
      throw StudioFailure(
        .usage, "\(pixels.width) × \(pixels.height) pixels are too many for a picture; choose a smaller size or scale")
    }
    let host = try HeadlessHost(size: pixels, settings: HostSettings(scale: scale))
    let studio = try Studio(on: host, options: options, environment: environment)
    host.connect(studio)
    repeat {
      studio.waitForFiles()
      host.advance(by: .seconds(1))
    } while studio.isReplaying || studio.state.time.isPlaying || studio.worksUnderWay > 0
    try studio.writeScreenshot()
    studio.handle(.closeRequested)
    if let failure = studio.failures.first { throw failure }
    return true
  }
}
