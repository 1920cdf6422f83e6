import Charts
import DigitData
import Dispatch
import Graphics
import Ink
import NeuralNet
package import Reports
import Toolkit
import Training

extension Studio {
  /// Writes what is on the screen for other programs, away from the main thread.
  func export(_ item: ExportItem, to path: String) {
    let state = state
    switch item {
    case .drawing:
      let (drawing, pen) = (state.document.drawing, state.pen)
      write(path) { () throws(FileTrouble) in try Export.save(Studio.picture(of: drawing, pen), path: path) }
    case .report: exportReport(to: path)
    default:
      guard let sheet = state.chartSheet(item) else {
        return perform(.notice(Notice(.warning, "There is nothing to export here any more")))
      }
      write(path) { () throws(FileTrouble) in try sheet.save(path: path) }
    }
  }

  /// Makes the report on the model, with the pictures of its mistakes where the test digits are on this computer.
  private func exportReport(to path: String) {
    guard let model = judge?.model, let contents = state.reportContents else {
      return perform(.notice(Notice(.warning, "There are no figures of this model to report")))
    }
    let (digits, folder) = (mnistOptions(), state.settings.digits)
    write(path, on: evaluations) { () throws(FileTrouble) in
      var contents = contents
      contents.addPictures(model, folder: folder, options: digits)
      let bytes: [UInt8]
      do { bytes = try ModelReport(contents).pdf() } catch { throw .saving(path, "\(error)") }
      try FileTrouble.save(bytes, to: path)
    }
  }

  private func write(
    _ path: String, on queue: DispatchQueue? = nil, _ work: @escaping @Sendable () throws(FileTrouble) -> Void
  ) {
    inBackground(on: queue, busy: "Exporting \(SafeName.last(of: path)) …", { FileOutcome(work) }) { studio, outcome in
      studio.finish(outcome, path)
    }
  }
}

extension StudioState {
  /// What the report on the model says, without pictures; nil where its figures are not known.
  package var reportContents: ReportContents? {
    guard let findings = performance.findings, let metrics = findings.metrics, let model else { return nil }
    var contents = ReportContents(
      name: model.name, metrics: metrics, tested: metrics.data ?? "test digits", layers: model.layers)
    (contents.history, contents.configuration) = (findings.curves, findings.configuration)
    contents.answerTime = recogniseTime ?? performance.answerTime
    return contents
  }
}

extension ReportContents {
  /// Mistakes beyond these have no picture.
  private static let mostPictures = 500
  /// Another processor may read a few digits of ten thousand otherwise.
  private static let tolerance = 0.001

  /// Adds pictures where the test digits are on this computer, and are those that the figures are about.
  fileprivate mutating func addPictures(_ model: Model, folder: String?, options: MNISTOptions) {
    let team = Team(threads: ProcessorInfo.usableCores - 1)
    guard let mnist = try? MNIST.load(from: folder, options: options), let evaluator = try? Evaluator(model, team: team)
    else {
      return
    }
    let evaluation = evaluator.evaluate(mnist.test)
    let isSame =
      evaluation.count == metrics.count && abs(evaluation.accuracy - metrics.accuracy) < ReportContents.tolerance
    guard isSame else { return }
    misread = evaluation.mistakes.prefix(ReportContents.mostPictures).map {
      .init(image: mnist.test.image(at: $0.index), mistake: $0)
    }
    guard configuration?.dataset == "MNIST" else { return }
    trainingCounts = (0..<10).map { digit in mnist.training.labels.count { Int($0) == digit } }
    samples = mnist.training.firstOfEach(8).map {
      .init(image: mnist.training.image(at: $0), label: Int(mnist.training.labels[$0]))
    }
  }
}

extension DigitSet {
  /// The first digits of each kind, in their order.
  fileprivate func firstOfEach(_ count: Int) -> [Int] {
    var seen = [Int](repeating: 0, count: 10)
    return labels.indices.filter { index in
      seen[Int(labels[index])] += 1
      return seen[Int(labels[index])] <= count
    }
  }
}
