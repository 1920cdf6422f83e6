import NeuralNet

/// A picture with some of its ink taken away again and again, to see which pixels the answer rests on.
///
/// Each round deals the pixels of the ink into ten hands at random and takes one hand away at a time, so that every pixel
/// is away as often as every other.
struct PixelMasks {
  private let image: GrayImage
  /// The pixels with ink, dealt anew for each round.
  private let rounds: [[Int]]

  private static let hands = 10
  private static let roundCount = 24
  private static let seed: UInt64 = 7

  init(_ image: GrayImage) {
    self.image = image
    let ink = image.pixels.indices.filter { image.pixels[$0] > 0 }
    rounds = (0..<PixelMasks.roundCount).map { round in
      var generator = SeededGenerator(seed: PixelMasks.seed, stream: .sampling, index: UInt64(round))
      return ink.shuffled(using: &generator)
    }
  }

  /// Writes the pictures one after the other.
  func forEachPicture(_ body: ([UInt8]) -> Void) {
    for round in rounds {
      for hand in 0..<PixelMasks.hands {
        var pixels = image.pixels
        for place in stride(from: hand, to: round.count, by: PixelMasks.hands) { pixels[round[place]] = 0 }
        body(pixels)
      }
    }
  }

  /// By how much the mean of `values`, one for each picture, is lower where a pixel is away; 0 on paper.
  func effects(of values: [Float]) -> [Float] {
    var away = [Float](repeating: 0, count: image.pixels.count)
    for (index, round) in rounds.enumerated() {
      for hand in 0..<PixelMasks.hands {
        let value = values[index * PixelMasks.hands + hand]
        for place in stride(from: hand, to: round.count, by: PixelMasks.hands) { away[round[place]] += value }
      }
    }
    let total = values.reduce(0, +)
    let (with, without) = (Float(rounds.count * (PixelMasks.hands - 1)), Float(rounds.count))
    return away.indices.map { pixel in
      image.pixels[pixel] > 0 ? (total - away[pixel]) / with - away[pixel] / without : 0
    }
  }
}
