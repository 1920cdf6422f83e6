package import DigitData
package import Graphics
package import Toolkit

/// What happens to the batch screen.
package enum BatchAction: Equatable {
  /// Files or folders were chosen, dropped or named.
  case open([String])
  /// A run has begun; it asks a model of this name.
  case began(run: Int)
  /// What was chosen is open; `files` are those of its rows, where each has one, and `gaps` what is in none.
  case opened(run: Int, files: [String], gaps: BatchGaps)
  case progressed(BatchProgress, run: Int)
  case ended(BatchEnd, CSVFile.Fate, run: Int)
  case arranged(BatchArrangement, request: Int)
  /// The pointer is at a place of an area of a size, or no longer.
  case pointed(ControlName, Point?, Size)
  case pressed(ControlName, Point, Size, now: Duration)
  case dragged(ControlName, Point, Size)
  case released
  /// Write all rows into a file, by the ending of its name.
  case export(String)
  /// A file was written; why not, where it was not.
  case exported(path: String, trouble: String?)
}
