import Charts
import Glibc

/// What `--benchmark` measures: from the pointer to the screen, from the start to the first frame, memory.
struct LatencyFigures {
  private var ink: [Double] = []
  private var readings: [Double] = []
  private var events: [Double] = []
  private var frames: [Double] = []
  private var firstFrame: Double?

  /// The first frame is on the screen, or another one.
  mutating func frameIsThere() {
    if firstFrame == nil { firstFrame = LatencyFigures.millisecondsSinceStart() }
  }

  /// A frame with ink, with new numbers or with both came so long after its event.
  mutating func add(_ time: Duration, isInk: Bool, isReading: Bool) {
    events.append(time.milliseconds)
    if isInk { ink.append(time.milliseconds) }
    if isReading { readings.append(time.milliseconds) }
  }

  /// To lay out, draw and put a frame has taken so long.
  mutating func add(frame: Duration) { frames.append(frame.milliseconds) }

  /// Writes everything as one line of JSON on standard output.
  func write(points: Int) {
    let members = [
      ("startToFirstFrameMilliseconds", firstFrame.map { text($0) } ?? "null"),
      ("inkFrames", "\(ink.count)"), ("inkMillisecondsMedian", text(quantile(ink, 0.5))),
      ("inkMillisecondsP99", text(quantile(ink, 0.99))), ("readings", "\(readings.count)"),
      ("readingMillisecondsMedian", text(quantile(readings, 0.5))),
      ("readingMillisecondsP99", text(quantile(readings, 0.99))), ("points", "\(points)"),
      ("frames", "\(frames.count)"), ("frameMillisecondsMedian", text(quantile(frames, 0.5))),
      ("frameMillisecondsP99", text(quantile(frames, 0.99))),
      ("eventMillisecondsMedian", text(quantile(events, 0.5))), ("eventMillisecondsP99", text(quantile(events, 0.99))),
      ("residentMebibytes", LatencyFigures.residentMebibytes().map { text($0) } ?? "null"),
    ]
    let line = "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}\n"
    _ = Array(line.utf8).withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  private func text(_ value: Double) -> String { value.isFinite ? NumberText.plain(value, 2) : "null" }

  private func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  /// By the kernel's record of when the process began, which counts hundredths of a second.
  private static func millisecondsSinceStart() -> Double? {
    guard let text = contents(of: "/proc/self/stat"), let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 19, let ticks = Double(fields[19]) else { return nil }
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    let uptime = Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
    return uptime - ticks * 1e3 / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private static func residentMebibytes() -> Double? {
    guard let pages = contents(of: "/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
