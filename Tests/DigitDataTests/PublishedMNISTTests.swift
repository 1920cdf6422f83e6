import DigitData
import DigitSamples
import Foundation
import Recognition
import Testing

private let publishedDirectory = ProcessInfo.processInfo.environment["INKLING_DATA"].flatMap { $0.isEmpty ? nil : $0 }

/// With the real files; they are not part of the repository.
@Suite(.enabled(if: publishedDirectory != nil, "INKLING_DATA does not name a directory with MNIST"))
struct PublishedMNISTTests {
  @Test func itLoadsAndIsKept() throws {
    let cache = try TemporaryDirectory()
    var options = MNISTOptions(environment: ["XDG_CACHE_HOME": cache.path])
    options.requiresGenuine = true
    let first = try MNIST.load(from: publishedDirectory, options: options)
    #expect(first.training.count == 60_000)
    #expect(first.test.count == 10_000)
    #expect(first.isGenuine)
    #expect(first.training.labels.prefix(8) == [5, 0, 4, 1, 9, 2, 1, 3])
    #expect(first.test.labels.prefix(8) == [7, 2, 1, 0, 4, 1, 4, 9])
    #expect(try MNIST.load(from: publishedDirectory, options: options) == first)
  }

  @Test func aSplitKeepsEveryDigitsShare() throws {
    let cache = try TemporaryDirectory()
    let mnist = try MNIST.load(
      from: publishedDirectory, options: MNISTOptions(environment: ["XDG_CACHE_HOME": cache.path]))
    let split = StratifiedSplit(labels: mnist.training.labels, validation: 0.1, seed: 1)
    #expect(5_995...6_005 ~= split.validation.count)
    #expect(split.training.count + split.validation.count == 60_000)
  }

  @Test func everyPictureReadAsAFileStaysItself() throws {
    let cache = try TemporaryDirectory()
    let mnist = try MNIST.load(
      from: publishedDirectory, options: MNISTOptions(environment: ["XDG_CACHE_HOME": cache.path]))
    let changed = (0..<mnist.test.count).filter { index in
      let image = mnist.test.image(at: index)
      return [image.pixels, image.pixels.map { 255 - $0 }].contains { light in
        PictureFramer.frame(Picture(luminance: light, width: image.width, height: image.height)) != image
      }
    }
    #expect(changed.count <= 10, "changed: \(changed)")
  }
}
