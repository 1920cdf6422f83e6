import DigitData
import Graphics
import NeuralNet
import Recognition
import Synchronization

/// Reads pictures of one digit each as rows, several at a time.
final class PictureRows: DigitRows {
  private let files: [String]
  private let team: Team
  private var next = 0

  /// Reads `files` with the threads of `team`.
  init(_ files: [String], team: Team) { (self.files, self.team) = (files, team) }

  func read(_ count: Int, into pixels: UnsafeMutableBufferPointer<UInt8>) -> [DigitRow] {
    let places = next..<min(files.count, next + count)
    next = places.upperBound
    let task = FramingTask(Array(files[places]))
    team.run(task)
    var filled = 0
    return zip(places, task.results()).map { place, result in
      switch result {
      case .success(let image):
        for (index, pixel) in image.pixels.enumerated() { pixels[filled + index] = pixel }
        filled += DigitSet.pixelCount
        return DigitRow(label: PictureRows.label(of: files[place]), place: place)
      case .failure(let error): return DigitRow(place: place, error: error)
      }
    }
  }

  /// What the network sees in the file at `path`, the way every picture goes.
  static func frame(_ path: String) throws(RowError) -> GrayImage {
    // Before it is opened: a pipe would keep whoever opens it waiting.
    if let obstacle = PathKind(of: path).obstacle { throw .picture(path: path, reason: "is skipped: \(obstacle)") }
    do throws(PictureError) {
      let image = try PictureFile.read(path: path)
      let picture = Picture(width: image.width, height: image.height, pixels: image.pixels)
      return PictureFramer.frame(picture) ?? GrayImage(width: Framing.side, height: Framing.side)
    } catch {
      throw .picture(path: path, reason: "\(error)")
    }
  }

  /// Pictures in a folder called 0 to 9 are of that digit.
  private static func label(of path: String) -> Int? {
    let parts = path.split(separator: "/").suffix(2)
    guard parts.count == 2, let folder = parts.first, folder.count == 1 else { return nil }
    return folder.first?.isASCII == true ? folder.first?.wholeNumberValue : nil
  }
}

/// Several pictures that several threads frame together: each takes the next one that is left.
private final class FramingTask: ParallelTask {
  private let files: [String]
  private let taken = Atomic(0)
  private let framed: Mutex<[Int: Result<GrayImage, RowError>]> = Mutex([:])

  init(_ files: [String]) {
    self.files = files
    super.init()
  }

  override func run(part: Int, of parts: Int) {
    while true {
      let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count else { return }
      let result: Result<GrayImage, RowError>
      do throws(RowError) { result = .success(try PictureRows.frame(files[index])) } catch { result = .failure(error) }
      framed.withLock { $0[index] = result }
    }
  }

  func results() -> [Result<GrayImage, RowError>] {
    framed.withLock { framed in files.indices.compactMap { framed[$0] } }
  }
}
