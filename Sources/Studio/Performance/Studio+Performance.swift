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
}
