import Charts
import DigitData
import Graphics
import Recognition
import Reports
import Toolkit
import Training

extension StudioState {
  /// How many digits of each kind there are, and a few of them.
  func dataPage(_ parts: PerformanceLayout) -> [Element] {
    let counts = showsChart(parts) ? counts(in: parts.left) : []
    guard showsDetails(parts) else { return counts }
    if let choice = performance.choice { return counts + listPanel(choice, in: parts.right, parts, closes: true) }
    return counts + samples(in: parts.right)
  }

  private func counts(in rect: Rect) -> [Element] {
    let detail = performance.findings?.configuration.map {
      "Trained on \($0.dataset), \(NumberText.counted($0.pictures, "digit", "digits"))."
    }
    let head = head("Digits by class", detail ?? "", of: ["metrics.json", "config.json"], in: rect)
    let place = rect.inset(top: PerformanceLayout.head + 8)
    guard let tested = testedChart else {
      return head + missing("It is not known what this model was tested on.", in: place)
    }
    let height = ((place.height - 16) / 2).rounded(.down)
    let upper = Rect(x: place.x, y: place.y, width: place.width, height: height)
    let lower = Rect(x: place.x, y: upper.maxY + 16, width: place.width, height: height)
    let test = Element(
      .testedColumns, upper, ChartLook(tested, text: "Test digits by class"), role: .area, cursor: .hand)
    guard let trained = performance.tests?.trainingCounts else { return head + [test] }
    let training = countChart("MNIST digits to train on", trained, series: 1)
    return head + [test, Element("performance.trained", lower, ChartLook(training))]
  }

  private func samples(in rect: Rect) -> [Element] {
    let title = performance.showsAugmented ? "Changed as in training" : "A few digits to train on"
    let words = Element(
      "performance.samples.title", Rect(x: rect.x, y: rect.y, width: rect.width - 216, height: 26),
      LabelLook(title, .title))
    let place = rect.inset(top: PerformanceLayout.head + 8)
    guard let tests = performance.tests else { return [words] + absentDigits(in: place) }
    let look: any Look
    if performance.showsAugmented {
      guard !tests.augmented.isEmpty else {
        return [words] + sampleChoice(in: rect) + missing("This model was trained without augmentation.", in: place)
      }
      look = ChartLook(AugmentedFigure(images: tests.augmented), text: "Digits and what augmentation makes of them")
    } else {
      look = ChartLook(SampleFigure(samples: tests.samples), text: "Digits to train on")
    }
    return [words, Element("performance.samples", place.inset(left: 1, right: 1), look)] + sampleChoice(in: rect)
  }

  private func sampleChoice(in rect: Rect) -> [Element] {
    let box = Rect(x: rect.maxX - 208, y: rect.y, width: 208, height: 36)
    let left = Rect(x: box.x, y: box.y, width: 96, height: box.height)
    let right = Rect(x: left.maxX, y: box.y, width: 112, height: box.height)
    let isAugmented = performance.showsAugmented
    return [
      Element("performance.measure", box, PanelLook(.control, radius: 8)),
      Element(
        .samples, left, SegmentLook("Samples", isChosen: !isAugmented),
        role: .choice(group: "performance.data", isChosen: !isAugmented), hint: "As they are in MNIST", cursor: .hand),
      Element(
        .augmented, right, SegmentLook("Augmented", isChosen: isAugmented),
        role: .choice(group: "performance.data", isChosen: isAugmented), hint: "As the trainer changes them",
        cursor: .hand),
    ]
  }
}
