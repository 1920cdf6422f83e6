package import DigitData

/// A small set of made-up digits in the form of MNIST, with digests of its own.
package struct SyntheticSet {
  /// The contents of the four files, not packed, by their names.
  package let payloads: [String: [UInt8]]
  package let files: MNISTFiles
  package let training: DigitSet
  package let test: DigitSet

  /// Digits of `side` pixels; another `salt` gives others.
  package init(trainingCount: Int = 40, testCount: Int = 20, salt: Int = 0, side: Int = 28) {
    let trainingPixels = SyntheticSet.pixels(trainingCount * side * side, salt: salt)
    let testPixels = SyntheticSet.pixels(testCount * side * side, salt: salt + 1)
    let trainingLabels = (0..<trainingCount).map { UInt8(($0 + salt) % 10) }
    let testLabels = (0..<testCount).map { UInt8(($0 * 3 + salt) % 10) }
    payloads = [
      "train-images-idx3-ubyte": IDXBytes.images(count: trainingCount, rows: side, columns: side, trainingPixels),
      "train-labels-idx1-ubyte": IDXBytes.labels(trainingLabels),
      "t10k-images-idx3-ubyte": IDXBytes.images(count: testCount, rows: side, columns: side, testPixels),
      "t10k-labels-idx1-ubyte": IDXBytes.labels(testLabels),
    ]
    let payloads = payloads
    func file(_ name: String, _ count: Int) -> MNISTFile {
      MNISTFile(name: name, count: count, sha256: SHA256.hexDigest(of: payloads[name] ?? []))
    }
    files = MNISTFiles(
      trainingImages: file("train-images-idx3-ubyte", trainingCount),
      trainingLabels: file("train-labels-idx1-ubyte", trainingCount),
      testImages: file("t10k-images-idx3-ubyte", testCount), testLabels: file("t10k-labels-idx1-ubyte", testCount))
    guard side == 28 else {
      (training, test) = (DigitSet(pixels: [], labels: []), DigitSet(pixels: [], labels: []))
      return
    }
    training = DigitSet(pixels: trainingPixels, labels: trainingLabels)
    test = DigitSet(pixels: testPixels, labels: testLabels)
  }

  /// All four files as mirrors hold them.
  package var packed: [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: payloads.map { ($0.key + ".gz", Gzip.pack($0.value)) })
  }

  /// Writes the four files into a directory, under the names that `rename` gives.
  package func write(to directory: TemporaryDirectory, _ folder: String, rename: (String) -> String = { $0 }) throws {
    for (name, bytes) in payloads {
      let name = rename(name)
      try directory.write(name.hasSuffix(".gz") ? Gzip.pack(bytes) : bytes, to: "\(folder)/\(name)")
    }
  }

  private static func pixels(_ count: Int, salt: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761 &+ salt &* 97) >> 7) }
  }
}
