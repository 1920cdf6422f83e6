package import DigitData
package import NeuralNet
package import Recognition

/// The training digits of MNIST and how a network sees them.
package struct TrainingDigits: Sendable {
  /// The pictures that are compared.
  package let digits: DigitSet
  package let index: EmbeddingIndex

  /// The network's view is at most this large.
  private static let largest = 16 << 20
  /// That many are looked at exactly, to choose from.
  private static let candidates = 32

  /// Why nothing can be compared.
  package enum Trouble: Error {
    /// The network's last layer is not dense.
    case noEmbedding
  }

  /// Looks at as many digits as fit, with the view that the cache keeps if there is one.
  package init(_ digits: DigitSet, model: Model, modelDirectory: String, cache: String?) throws {
    let explainer = try InkExplainer(model)
    let width = explainer.embeddingWidth
    guard width > 0 else { throw Trouble.noEmbedding }
    let count = min(digits.count, TrainingDigits.largest / width)
    let chosen = count == digits.count ? digits : digits.subset(at: Array(0..<count))
    let file = cache.map {
      EmbeddingFile(cache: $0, modelDirectory: modelDirectory, model: model, digits: chosen)
    }
    self.digits = chosen
    if let known = file?.load(), known.count == count, known.width == width {
      index = known
    } else {
      index = TrainingDigits.look(at: chosen, explainer)
      file?.store(index)
    }
  }

  private static func look(at digits: DigitSet, _ explainer: InkExplainer) -> EmbeddingIndex {
    var index = EmbeddingIndex(width: explainer.embeddingWidth)
    digits.pixels.withUnsafeBufferPointer { pixels in
      guard let start = pixels.baseAddress else { return }
      explainer.embeddings(of: start, count: digits.count) { index.append($0) }
    }
    return index
  }

  /// The `count` digits that the network of `explainer` sees as most like `embedding`, the nearest first.
  package func nearest(_ count: Int, to embedding: [Float], _ explainer: InkExplainer) -> [NearDigit] {
    // One byte per number is enough to find them, and too little to say how far they are.
    index.nearest(to: embedding, count: max(count, TrainingDigits.candidates)).map { match in
      let image = digits.image(at: match.index)
      let distance = EmbeddingIndex.distance(embedding, explainer.embedding(of: image))
      return NearDigit(image: image, label: Int(digits.labels[match.index]), distance: distance)
    }.sorted { $0.distance < $1.distance }.prefix(count).map(\.self)
  }
}
