public import NeuralNet

/// The card of a model, `README.md`: what it is, how it was made, how good it is and where it ends.
public struct ModelCard: Sendable {
  public let model: Model
  public let metrics: ModelMetrics
  public let configuration: RunConfiguration
  /// Finished epochs, and the one whose weights were kept.
  public let history: History
  /// The command that makes the model again.
  public let command: String
  /// The day it was made, such as `2026-01-31`.
  public let date: String
  /// File names of the figures beside the card, with what each shows.
  public let figures: [(file: String, title: String)]

  /// Takes what the card tells about.
  public init(
    _ model: Model, metrics: ModelMetrics, configuration: RunConfiguration, history: History, command: String,
    date: String, figures: [(file: String, title: String)]
  ) {
    self.model = model
    self.metrics = metrics
    self.configuration = configuration
    self.history = history
    self.command = command
    self.date = date
    self.figures = figures
  }

  /// The whole file.
  public var text: String {
    [front, about, numbers, training, data, use, limits, pictures].joined(separator: "\n")
  }

  private var options: TrainingOptions { configuration.options }

  private var front: String {
    """
    ---
    license: mit
    library_name: inkling
    pipeline_tag: image-classification
    tags:
      - handwriting
      - digits
      - image-classification
      - inkling
    datasets:
      - mnist
    metrics:
      - accuracy
    model-index:
      - name: \(JSONText.line(of: configuration.name))
        results:
          - task:
              type: image-classification
            dataset:
              name: \(JSONText.line(of: configuration.dataset))
              type: mnist
            metrics:
              - type: accuracy
                value: \(metrics.accuracy)
              - type: loss
                value: \(metrics.loss)
    ---

    # \(configuration.name)

    """
  }

  private var about: String {
    """
    A network that reads one handwritten digit, made with Inkling (\(configuration.program)).
    It has \(DecimalText.grouped(model.spec.parameterCount)) learned values and needs \
    \(DecimalText.grouped(model.spec.multiplyAdds)) multiply-adds for one picture. Its layers:

    ```
    \(configuration.spec)
    ```

    """
  }

  private var numbers: String {
    """
    ## How good it is

    On \(DecimalText.grouped(metrics.count)) digits that it was not trained on (\(configuration.dataset)):

    | figure | value |
    |---|---|
    | accuracy | \(DecimalText.percent(metrics.accuracy)) % |
    | loss (cross-entropy) | \(DecimalText.fixed(metrics.loss, 4)) |
    | lowest recall of a digit | \(DecimalText.percent(metrics.worstClassRecall)) % |
    | lowest precision of a digit | \(DecimalText.percent(metrics.worstClassPrecision)) % |
    | calibration error | \(DecimalText.percent(metrics.calibrationError)) % |

    \(drawn)`metrics.json` has these numbers in full, with the confusion matrix and the report for each digit.

    """
  }

  /// How good it is on drawings, where there are any.
  private var drawn: String {
    guard let drawn = metrics.drawn else { return "" }
    let contributors = drawn.contributors.map {
      "| accuracy, \($0.name.isEmpty ? "others" : $0.name) (\(DecimalText.grouped($0.count))) | \(percent($0.accuracy)) |\n"
    }
    let others = [(drawn.letters, drawn.lettersAccepted, "letters"), (drawn.others, drawn.othersAccepted, "marks")]
    let accepted = others.compactMap { count, share, name in
      share.map { "| \(name) that are no digits (\(DecimalText.grouped(count))), taken for one | \(percent($0)) |\n" }
    }
    return """
      On \(DecimalText.grouped(drawn.count)) digits that people drew with a pen, none of whom it was trained on:

      | figure | value |
      |---|---|
      | accuracy | \(percent(drawn.accuracy)) |
      \(contributors.joined())| calibration error | \(percent(drawn.calibrationError)) |
      | answers to be relied on | \(percent(drawn.accepted)), of which \(percent(drawn.acceptedAccuracy)) are right |
      \(accepted.joined())
      Temperature and thresholds were set on these drawings, the weights were not.


      """
  }

  private func percent(_ share: Double) -> String { "\(DecimalText.percent(share)) %" }

  private var training: String {
    let best = history.keptEpoch.map { ", of which epoch \($0 + 1) was kept" } ?? ""
    let threads = options.threads == 1 ? "1 thread" : "\(options.threads) threads"
    return """
      ## How it was trained

      ```
      \(command)
      ```

      - \(history.epochs) epochs\(best); \(DecimalText.duration(metrics.trainingSeconds ?? 0)) in all, on \(date)
      - \(ProcessorName.current), \(threads), \(options.precision.rawValue); the same seed (\(options.seed)) gives the same \
      bytes with this version on the same kind of processor and the same number of threads, and only there
      - \(options.optimizer.rawValue), learning rate \(options.learningRate), schedule \(options.schedule.rawValue), batches \
      of \(options.batch), \(DecimalText.percent(options.validation, 0)) % held back for validation
      - \(options.augment ? "pictures are turned, moved, sized, slanted and bent at random" : "without augmentation")

      `config.json` has every setting, `history.json` every epoch.

      """
  }

  private var data: String {
    """
    ## Data

    \(configuration.dataset). MNIST was made by Yann LeCun, Corinna Cortes and Christopher J. C. Burges from NIST's Special \
    Databases 1 and 3 and is licensed CC BY-SA 3.0.
    \(drawings)
    """
  }

  private var drawings: String {
    guard !configuration.strokes.isEmpty else { return "" }
    let files = configuration.strokes.map { "`\(FilePath($0).lastName)`" }.joined(separator: ", ")
    let shares = [options.drawnShare, options.otherShare].map { "\(DecimalText.percent($0, 0)) %" }
    let reserve = configuration.reserve.map {
      " Nothing by the writers in `\(FilePath($0).lastName)` was trained on."
    }
    return """

      Drawings: \(files). Of each batch \(shares[0]) are drawn digits and \(shares[1]) marks that are no digits, drawn anew with \
      other pens and hands; neither a contributor nor a writer dominates.\(reserve ?? "")
      \(configuration.credits.isEmpty ? "" : "\n" + configuration.credits.joined(separator: "\n") + "\n")
      """
  }

  private var use: String {
    """
    ## What it takes and gives

    A picture of 28×28 grey values: 0 is paper, 1 is ink, the digit about 20 pixels high with its centre of mass in the
    middle (preprocessing version \(model.metadata.preprocessing)). Before the first layer a value becomes \
    (value − \(model.metadata.inputMean)) ÷ \(model.metadata.inputDeviation).
    It gives ten probabilities, for 0 to 9. `model.safetensors` holds the weights and all this as metadata.

    """
  }

  private var limits: String {
    """
    ## Limits

    \(knowsOthers)
    - MNIST was written in the United States: a 1 with a long upstroke, a 7 with a bar and other regional forms are rare in it.
    - It reads one digit at a time, dark on light or light on dark only after preprocessing has made ink high.
    - It has no place where a wrong digit does harm.

    """
  }

  private var knowsOthers: String {
    guard metrics.drawn?.othersAccepted != nil else {
      return "- It knows nothing but digits: a letter or a scribble is read as some digit, often with confidence."
    }
    return
      "- It was shown letters and scribbles and mostly says that it is unsure about them, but letters drawn like digits "
      + "are read as digits."
  }

  private var pictures: String {
    guard !figures.isEmpty else { return "" }
    return "## Figures\n\n" + figures.map { "![\($0.title)](\($0.file))\n" }.joined(separator: "\n")
  }
}

extension JSONText {
  /// A text in quotes, which is valid YAML as well.
  fileprivate static func line(of text: String) -> String {
    String(JSONText.text(of: text).dropLast())
  }
}
