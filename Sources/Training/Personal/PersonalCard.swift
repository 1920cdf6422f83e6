import NeuralNet

/// The card of a model that was fitted to a person's hand.
struct PersonalCard {
  let name: String
  let base: String
  let result: PersonalLesson.Result
  let program: String

  /// The whole file.
  var text: String {
    """
    # \(name)

    The network `\(base)`, fitted to the hand of one person with Inkling (\(program)).

    ## How it was made

    It learned from \(outcome.learned) drawings of that person, drawn anew with other pens in \
    \(DecimalText.percent(options.drawnShare, 0)) % of each batch of \(options.batch). \(replay) \
    That took \(DecimalText.fixed(outcome.learningSeconds, 1)) s. `config.json` has every setting.

    ## What that has changed

    | read wrong | before | after |
    |---|---|---|
    | the person's other drawings (\(outcome.heldBack.count)) | \(outcome.heldBack.wrongBefore) | \
    \(outcome.heldBack.wrongAfter) |
    \(mnist)
    The person's other drawings were held back: nothing was learned from them, and no setting was chosen by them.
    Temperature and thresholds are those of `\(base)`.

    ## Limits

    - It knows one hand better, not handwriting. A few drawings say little: the figures above are counts, not promises.
    - It has no place where a wrong digit does harm.

    """
  }

  private var outcome: PersonalOutcome { result.outcome }
  private var options: TrainingOptions { result.options }

  private var replay: String {
    outcome.hadReplay
      ? "The rest were training digits of MNIST, so that it does not forget how others write."
      : "MNIST was not on the computer: nothing of other people was mixed in, and it learned little on purpose."
  }

  private var mnist: String {
    guard let mnist = outcome.mnist else { return "| test digits of MNIST | not here | not here |\n" }
    return "| test digits of MNIST (\(mnist.count)) | \(mnist.wrongBefore) | \(mnist.wrongAfter) |\n"
  }
}
