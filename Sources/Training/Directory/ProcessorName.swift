import Glibc

/// What the processor is called.
package enum ProcessorName {
  /// The name as the system gives it; `an unknown processor` where it gives none.
  package static var current: String {
    guard let file = fopen("/proc/cpuinfo", "re") else { return unknown }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = line.withUnsafeBufferPointer { buffer in
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      }
      guard text.hasPrefix("model name"), let colon = text.firstIndex(of: ":") else { continue }
      let name = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return name.isEmpty ? unknown : name
    }
    return unknown
  }

  private static let unknown = "an unknown processor"
}
