/// What has to happen outside of the state for the batch screen.
package enum BatchEffect: Equatable {
  /// Read and recognise at most so many rows; what comes back carries the number of the run.
  case start([String], limit: Int, run: Int)
  case cancel
  /// Find out which rows are listed, in which order.
  case arrange(request: Int)
  /// Write all rows into a file.
  case export(path: String)
  case stopExport
  /// Put what a row shows under the ink.
  case putOnCanvas(row: Int)
}
