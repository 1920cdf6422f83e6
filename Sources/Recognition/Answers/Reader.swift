import NeuralNet

/// One network and its opinion of a picture.
struct Reader {
  let session: InferenceSession
  private let rejection: Rejection

  init(_ model: Model, batch: Int, team: Team?) throws(RecognizerError) {
    guard model.spec.input.count == Framing.pixelCount else {
      throw .notForDigits(model: model.metadata.name, reason: "its input is \(model.spec.input), not 28×28×1")
    }
    guard model.spec.output.count == Probabilities.count else {
      throw .notForDigits(model: model.metadata.name, reason: "its output is \(model.spec.output), not 10")
    }
    do throws(KernelError) {
      if team == nil, batch == 1 {
        session = try InferenceSession.fastest(for: model)
      } else {
        session = try InferenceSession(model, batch: batch, team: team ?? .everyCore)
      }
    } catch {
      throw .kernel(error)
    }
    rejection = Rejection(model.metadata)
  }

  /// What a network thinks of a picture.
  struct Opinion {
    var probabilities: Probabilities
    var notDigit: Float
    var isSure: Bool
  }

  /// The opinion on a picture of the newest run.
  func opinion(_ row: Int) -> Opinion {
    let start = row * Probabilities.count
    guard let values = session.probabilities.baseAddress, let logits = session.logits.baseAddress else {
      return Opinion(probabilities: Probabilities(), notDigit: 1, isSure: false)
    }
    let probabilities = Probabilities(values + start)
    let energy = Rejection.energy(logits + start, scale: 1 / session.model.metadata.temperature)
    return Opinion(
      probabilities: probabilities, notDigit: rejection.notDigit(energy: energy),
      isSure: rejection.accepts(confidence: probabilities[probabilities.top], energy: energy))
  }
}
