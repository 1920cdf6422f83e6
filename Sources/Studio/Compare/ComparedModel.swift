/// One of the models that are compared.
package struct ComparedModel: Equatable, Sendable {
  package var facts: ModelFacts
  /// What its files say.
  package var findings: ModelFindings
  /// The median time of an answer on this machine.
  package var answerTime: Duration

  /// Takes everything as it is.
  package init(facts: ModelFacts, findings: ModelFindings, answerTime: Duration) {
    self.facts = facts
    self.findings = findings
    self.answerTime = answerTime
  }
}
