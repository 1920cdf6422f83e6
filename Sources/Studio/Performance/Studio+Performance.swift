import DigitData
import Graphics
import Ink
import NeuralNet
import Recognition
import Toolkit

extension Studio {
  /// Finds out what the files of a model say.
  func readFindings(_ directory: String) {
    let parameters = judge?.model.spec.parameterCount
    inBackground({ ModelFindings(directory: directory, parameters: parameters) }) { studio, findings in
      studio.perform(.performance(.found(findings)))
    }
  }

  /// Measures how long an answer takes on this computer.
  func timeAnswer() {
    guard let judge else { return }
    perform(.performance(.timed(judge.timeOfAnswer())))
  }

  /// Asks the network about the test digits, and fetches them before where `fetches`.
  func testDigits(run: Int, directory: String, fetches: Bool) {
    guard let model = judge?.model else { return }
    digitWork?.stop()
    let work = DigitWork(
      model, directory: directory, folder: state.settings.digits, options: mnistOptions(fetches: fetches))
    digitWork = work
    let mailbox = host.mailbox
    let report = { @Sendable [weak self] (step: DigitRun.Step) in
      mailbox.post { self?.perform(.performance(.progressed(step, run: run))) }
    }
    inBackground(on: evaluations, { QuietThread.run { work.run(report) } }) { studio, result in
      switch result {
      case .success(let tests)?: studio.perform(.performance(.tested(tests, run: run)))
      case .failure(let trouble)?: studio.perform(.performance(.notTested(trouble, run: run)))
      case nil: break
      }
    }
  }

  /// Puts a test digit under the ink, as a picture that fills the canvas.
  func putOnCanvas(_ digit: Int) {
    guard let digits = state.performance.tests?.digits, (0..<digits.count).contains(digit) else { return }
    guard let image = ImportedPicture.digit(digits.image(at: digit)) else { return }
    perform(.placed(image))
    perform(.control(.startDrawing))
    perform(.notice(Notice(.good, "The test digit is on the canvas. Undo brings your drawing back")))
  }
}
