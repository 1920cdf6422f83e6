import CZlib
import Foundation

/// The unpacked and checked pictures of one folder in one file, read straight into the arrays they are used from.
///
/// Layout, numbers little-endian: magic (8 bytes), version, flags (bit 0: genuine), number of training and of test
/// pictures, CRC-32 of all the rest (32 bits each), key (32 bytes), pad to 64; then training pixels,
/// training labels, test pixels, test labels. Whatever is wrong with the file, it is simply made anew.
struct ProcessedCache {
  private static let magic = Array("INKDIGIT".utf8)
  private static let version: UInt32 = 1
  private static let headerSize = 64

  private let path: String
  private let parent: String
  private let directory: String
  /// A SHA-256 over where the sources are, how large, and when they were changed.
  private let key: [UInt8]

  /// The place in `cache` for the pictures of `folder`.
  init(cache: String, folder: MNISTFolder) {
    let source = ProcessedCache.canonical(folder.directory)
    parent = cache + "/processed"
    path = parent + "/" + SHA256.hexDigest(of: Array(source.utf8)).prefix(16) + ".digits"
    directory = folder.directory
    var hash = SHA256()
    for (path, file) in zip(folder.paths, folder.files.all) {
      let status = OpenFile.status(of: path)
      let stamp =
        "\(ProcessedCache.canonical(path)) \(status?.size ?? 0) \(status?.modifiedSeconds ?? 0) "
        + "\(status?.modifiedNanoseconds ?? 0) \(file.sha256)\n"
      hash.update(Array(stamp.utf8))
    }
    key = hash.digest()
  }

  /// The pictures, if they were stored from these very sources and are unharmed.
  func load() -> MNIST? {
    guard let file = try? OpenFile(path: path), let header = ProcessedCache.read(ProcessedCache.headerSize, from: file)
    else { return nil }
    let numbers = ProcessedCache.numbers(in: header)
    guard Array(header[..<8]) == ProcessedCache.magic, numbers[0] == ProcessedCache.version,
      Array(header[28..<60]) == key
    else { return nil }
    let counts = (Int(numbers[2]), Int(numbers[3]))
    let bodySize = (counts.0 + counts.1) * (DigitSet.pixelCount + 1)
    guard OpenFile.status(of: path)?.size == ProcessedCache.headerSize + bodySize else { return nil }
    guard let training = ProcessedCache.digits(counts.0, from: file),
      let test = ProcessedCache.digits(counts.1, from: file),
      checksum(Array(header[..<24]), training, test) == numbers[4]
    else { return nil }
    return MNIST(training: training, test: test, isGenuine: numbers[1] & 1 == 1, directory: directory)
  }

  /// Keeps the pictures for the next start; a cache that cannot be written only costs time.
  func store(_ mnist: MNIST) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
    guard (try? PrivateDirectory.create(parent)) != nil, let file = try? PendingFile(path: temporary) else { return }
    do {
      try file.append(header(of: mnist))
      for bytes in [mnist.training.pixels, mnist.training.labels, mnist.test.pixels, mnist.test.labels] {
        try file.append(bytes)
      }
      try file.publish(as: path)
    } catch {
      file.discard()
    }
  }

  private func header(of mnist: MNIST) -> [UInt8] {
    let numbers = [
      ProcessedCache.version, mnist.isGenuine ? 1 : 0, UInt32(mnist.training.count), UInt32(mnist.test.count),
    ]
    let start = ProcessedCache.magic + numbers.flatMap { ProcessedCache.bytes(of: $0) }
    return start + ProcessedCache.bytes(of: checksum(start, mnist.training, mnist.test)) + key + [0, 0, 0, 0]
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
  }

  private static func numbers(in header: [UInt8]) -> [UInt32] {
    (0..<5).map { index in
      header[8 + index * 4..<12 + index * 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func digits(_ count: Int, from file: OpenFile) -> DigitSet? {
    guard let pixels = read(count * DigitSet.pixelCount, from: file), let labels = read(count, from: file),
      !labels.contains(where: { $0 > 9 })
    else { return nil }
    return DigitSet(pixels: pixels, labels: labels)
  }

  private static func read(_ count: Int, from file: OpenFile) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized =
        (try? file.fill(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))) ?? 0
    }
    return bytes.count == count ? bytes : nil
  }

  // zlib's CRC-32 takes 8 ms for the 55 MB of MNIST, its Adler-32 13 ms.
  private func checksum(_ start: [UInt8], _ training: DigitSet, _ test: DigitSet) -> UInt32 {
    let parts = [start, key, training.pixels, training.labels, test.pixels, test.labels]
    return UInt32(truncatingIfNeeded: parts.reduce(crc32_z(0, nil, 0)) { crc32_z($0, $1, $1.count) })
  }

  private static func canonical(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
