import DigitData
import Glibc
public import Graphics
import Ink
public import Toolkit

/// A run of the window, from the options to the exit status.
@MainActor
public enum StudioRun {
  /// Runs without anybody to see it: draws what is to be replayed and writes the picture of a screen.
  public static func takeScreenshot(_ options: StudioOptions, environment: [String: String]) throws {
    let size = options.size ?? (1280, 800)
    let scale = options.scale ?? 1
    let pixels = PixelSize(
      width: Int((Double(size.width) * scale).rounded()), height: Int((Double(size.height) * scale).rounded()))
    let host = try HeadlessHost(size: pixels, settings: HostSettings(scale: scale))
    let studio = try Studio(on: host, options: options, environment: environment)
    host.connect(studio)
    studio.waitForWork()
    host.advance(by: .milliseconds(50))
    if let replay = options.replay {
      for drawing in try studio.drawings(of: replay) { host.send(studio.replayEvents(for: drawing)) }
    }
    studio.waitForWork()
    host.advance(by: .seconds(1))
    guard let path = options.screenshot else { return }
    try PictureWriter.write(host.surface.pixels(), to: path)
    studio.handle(.closeRequested)
  }
}
