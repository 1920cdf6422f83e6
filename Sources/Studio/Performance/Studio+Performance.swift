import DigitData
import Graphics
import Ink
import NeuralNet
import Recognition

extension Studio {
  /// Finds out what the files of a model say.
  func readFindings(_ directory: String) {
    inBackground({ ModelFindings(directory: directory) }) { studio, findings in
      studio.perform(.performance(.found(findings)))
    }
  }

  /// Measures how long an answer takes on this computer.
  func timeAnswer() {
    guard let judge else { return }
    perform(.performance(.timed(judge.timeOfAnswer())))
  }

  /// Asks the network about the test digits, where they are on this computer.
  func readDigits(_ directory: String) {
    guard let model = judge?.model else { return }
    var options = MNISTOptions(environment: environment)
    options.isOffline = true
    options.keepsProcessed = !isUnseen
    let chosen = options
    inBackground(on: evaluations, { Result { try TestAnswers(model, options: chosen) } }) { studio, result in
      switch result {
      case .success(let tests): studio.perform(.performance(.tested(tests, directory: directory)))
      case .failure(let error):
        studio.perform(.performance(.notTested(reason: Studio.advice(after: error), directory: directory)))
      }
    }
  }

  /// What to do about test digits that are not here, or why they cannot be read.
  static func advice(after error: any Error) -> String {
    switch error as? MNISTError {
    case .offline?, .missing?, .noCacheDirectory?:
      "Get them with inkling-train data, or name their folder with $INKLING_DATA"
    default: "\(error)"
    }
  }

  /// Puts a test digit under the ink, as a picture that fills the canvas.
  func putOnCanvas(_ digit: Int) {
    guard let digits = state.performance.tests?.digits, (0..<digits.count).contains(digit) else { return }
    let image = digits.image(at: digit)
    let pixels = PixelImage(
      gray: image.pixels, width: image.width, height: image.height, paper: Theme.light.canvas, ink: Theme.light.ink)
    guard let png = try? pixels.png() else { return }
    let box = PlacedImage.Box(x: 0, y: 0, width: CanvasSpace.side, height: CanvasSpace.side)
    perform(.placed(PlacedImage(png: png, box: box)))
    perform(.control(.startDrawing))
    perform(.notice(Notice(.good, "The test digit is on the canvas. Undo brings your drawing back")))
  }
}
