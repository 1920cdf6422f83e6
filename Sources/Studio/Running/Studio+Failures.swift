import Charts
import Toolkit

extension Studio {
  /// Keeps in mind why something that the command line asked for could not be had.
  func note(_ cause: StudioFailure.Cause, _ reason: String) { failures.append(StudioFailure(cause, reason)) }

  /// Says which lines of a file of drawings are left out.
  func tell(_ troubles: [FileTrouble]) {
    guard let first = troubles.first else { return }
    for trouble in troubles { note(.data, "\(trouble)") }
    let others = troubles.count > 1 ? ", and \(NumberText.counted(troubles.count - 1, "more line", "more lines"))" : ""
    perform(.notice(Notice(.warning, "\(first)\(others). The other drawings of the file are used")))
  }

  /// Says that a file has more drawings than are on the canvas.
  func tellOthers(_ contents: DrawingFile.Contents) {
    guard contents.drawings.count > 1 else { return }
    let count = NumberText.grouped(contents.drawings.count) + (contents.hasMore ? " or more" : "")
    perform(.notice(Notice(.good, "The first of \(count) drawings is on the canvas")))
  }
}
