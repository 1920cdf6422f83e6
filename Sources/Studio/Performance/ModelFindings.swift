package import Training

/// What the files of a model directory say about the model.
package struct ModelFindings: Equatable, Sendable {
  /// A file that says less than it should, or nonsense.
  package struct Problem: Equatable, Sendable {
    /// Its name.
    package var file: String
    /// What is wrong and what to do.
    package var text: String
  }

  package var directory: String
  package var metrics: ModelMetrics?
  package var history: History?
  package var configuration: RunConfiguration?
  package var problems: [Problem] = []

  /// What was trained epoch by epoch, if it has any epoch.
  var curves: History? { history.flatMap { $0.epochs > 0 ? $0 : nil } }

  /// The first problem of one of `files`.
  func problem(of files: [String]) -> Problem? { problems.first { files.contains($0.file) } }
}

extension ModelMetrics {
  /// The digit that is read right least often.
  package var worstClass: Int? {
    report.classes.indices.min { report.classes[$0].recall < report.classes[$1].recall }
  }

  /// The digit that others are taken for most often, by the share of those read as it.
  package var leastPrecise: Int? {
    report.classes.indices.min { report.classes[$0].precision < report.classes[$1].precision }
  }

  /// How many digits were read right.
  var rightCount: Int { confusion.indices.reduce(0) { $0 + confusion[$1][$1] } }

  /// The point of the curve that is nearest to a confidence.
  func rejectionIndex(nearest confidence: Double) -> Int? {
    rejection.indices.min {
      abs(rejection[$0].threshold - confidence) < abs(rejection[$1].threshold - confidence)
    }
  }
}
