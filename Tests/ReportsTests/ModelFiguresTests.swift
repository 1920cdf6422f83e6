import Charts
import Graphics
import NeuralNet
import Recognition
import Reports
import Testing
import Training

@Suite struct ModelFiguresTests {
  static let cases: [(String, ModelFigureData)] = [
    ("usual", sampleFigures()), ("one epoch", sampleFigures(epochs: 1)), ("two epochs", sampleFigures(epochs: 2)),
    ("100 epochs", sampleFigures(epochs: 100)), ("no validation", sampleFigures(validation: false)),
    ("no mistake", sampleFigures(wrongEach: 0)), ("one mistake", sampleFigures(wrongEach: 2000)),
    ("500 mistakes", sampleFigures(wrongEach: 4)),
    ("imbalance", sampleFigures(counts: [60000, 0, 1, 12, 345, 6000, 0, 99, 100, 5])),
    ("long name", sampleFigures(name: String(repeating: "long-", count: 30))),
    (
      "nothing at all",
      ModelFigureData(
        modelName: "", history: History(), evaluation: Evaluation(probabilities: [], labels: []), trainingCounts: [])
    ),
  ]

  private func overlaps(_ labels: [Label]) -> [String] {
    labels.indices.flatMap { one in
      labels.indices[(one + 1)...].filter { labels[one].frame.overlaps(labels[$0].frame, tolerance: 0.5) }
        .map { "\(labels[one].text) and \(labels[$0].text)" }
    }
  }

  @Test(arguments: cases.indices, ModelFigure.allCases)
  func labelsStayApartAndInside(index: Int, figure: ModelFigure) throws {
    let (name, data) = ModelFiguresTests.cases[index]
    for (width, height) in [(1.0, 1.0), (1.5, 1.5), (0.8, 0.8), (1.6, 0.9), (0.85, 1.3)] {
      let rect = Rect(x: 30, y: 40, width: figure.size.width * width - 48, height: figure.size.height * height - 48)
      let labels = ModelFigures(data).drawing(of: figure, in: rect, theme: .dark).labels
      #expect(overlaps(labels) == [], "\(figure) of \(name) at \(width)×\(height)")
      // Ascents reach above capitals, so the first line may stand a little over the edge.
      let room = rect.inset(left: -2, top: -4, right: -2, bottom: -4)
      let outside = labels.filter { !room.contains($0.frame) }.map(\.text)
      #expect(outside == [], "\(figure) of \(name) at \(width)×\(height)")
    }
  }

  @Test(arguments: [0, 1, 10])
  func everyFigureIsASmallFile(index: Int) throws {
    let figures = ModelFigures(ModelFiguresTests.cases[index].1)
    var total = 0
    for figure in ModelFigure.allCases {
      for look in Theme.Name.allCases {
        let bytes = try figures.png(of: figure, look: look)
        let image = try PNG.decode(bytes)
        #expect(Double(image.width) == figure.size.width * 2)
        #expect(Double(image.height) == figure.size.height * 2)
        #expect(image[0, 0] == Theme.named(look).background.pixel)
        #expect(bytes.count < 120_000, "\(figure) \(look)")
        total += bytes.count
      }
    }
    #expect(total < 1_000_000, "\(total) bytes")
  }

  @Test(arguments: ModelFigure.allCases, Theme.Name.allCases)
  func fewColorsLookLikeAll(figure: ModelFigure, look: Theme.Name) throws {
    let figures = ModelFigures(sampleFigures())
    let surface = try ImageSurface(size: figure.size, scale: 2)
    try surface.draw { figures.draw(figure, on: $0, in: Rect(figure.size), theme: .named(look)) }
    let (exact, few) = (try surface.pixels(), try PNG.decode(figures.png(of: figure, look: look)))
    var worst = 0
    for (one, two) in zip(exact.pixels, few.pixels) where one != two {
      for shift: UInt32 in [0, 8, 16] { worst = max(worst, abs(Int(one >> shift & 0xFF) - Int(two >> shift & 0xFF))) }
    }
    #expect(worst <= 20)
  }

  @Test func figuresArePagesOfADocumentToo() throws {
    let figures = ModelFigures(sampleFigures())
    let document = try DocumentSurface(.pdf, size: Size(width: 680, height: 500))
    for figure in ModelFigure.allCases {
      try document.page(size: figure.size) { figures.draw(figure, on: $0, in: Rect(figure.size), theme: .light) }
    }
    #expect(String(decoding: try document.finish(), as: UTF8.self).contains("/Count 8"))
  }

  @Test func headingsSayTheNumbers() {
    let figures = ModelFigures(sampleFigures(wrongEach: 100))
    func texts(_ figure: ModelFigure) -> [String] {
      figures.drawing(of: figure, in: Rect(figure.size), theme: .light).labels.map(\.text)
    }
    #expect(texts(.confusionMatrix).contains("Confusion on 2,000 test digits"))
    #expect(texts(.confusionMatrix).contains("1,980 right, 20 wrong. Recall and precision in per cent."))
    #expect(texts(.trainingHistory).contains("Best, epoch 45"))
    #expect(texts(.classDistribution).contains("5,400"))
    #expect(texts(.predictionResult).contains("> 99.9 %"))
    #expect(texts(.predictionResult).contains("Right"))
  }

  @Test func anUnsureAnswerSaysSo() {
    var data = sampleFigures()
    data.prediction?.probabilities = [0, 0, 0, 0, 0.518, 0, 0, 0.029, 0, 0.453]
    data.prediction?.label = 9
    let texts = ModelFigures(data).drawing(
      of: .predictionResult, in: Rect(ModelFigure.predictionResult.size), theme: .light
    ).labels.map(\.text)
    #expect(texts.contains("Not sure: 4 or 9"))
    #expect(texts.contains("51.8 % against 45.3 %"))
    #expect(texts.contains("Wrong"))
  }
}
