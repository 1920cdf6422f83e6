package import DigitData
import Charts
import Glibc
import Graphics

/// What the batch screen shows.
package struct BatchState: Equatable {
  /// How a batch stands.
  package enum Phase: Equatable, Sendable {
    /// Nothing was opened yet.
    case empty
    /// It begins when there is a model.
    case waiting
    case running
    case done, cancelled
    /// Why it could not go on.
    case failed(String)
  }

  package var phase = Phase.empty
  /// What was opened.
  package var paths: [String] = []
  /// The most rows that are read; nil: all.
  package var limit: Int?
  /// Counts the runs: what comes from an older one is stale.
  package var run = 0
  package var table = BatchTable()
  package var tally = BatchTally()
  package var troubles = BatchTroubles()
  /// How much of the source is done, 0…1; rows each second; how long it took.
  package var share = 0.0
  package var rate = 0.0
  package var seconds = 0.0
  /// The files of the rows, where each row is a file of its own.
  package var files: [String] = []
  /// What was to be read and is in no row.
  package var gaps = BatchGaps()
  /// What is to be known about the file since it was opened.
  package var fate = CSVFile.Fate.same
  /// The model that reads, and from which probability it is sure.
  var modelName = ""
  var sureFrom: Double?

  package var filter = BatchFilter()
  package var order = BatchOrder()
  /// The rows that are listed; nil: all as they come.
  package var arrangement: BatchArrangement?
  /// Counts the requests for another arrangement, and whether one is on its way.
  var request = 0
  var isArranging = false

  /// The number of the selected row.
  package var selected: Int?
  /// Its place in the list.
  package var position = 0
  /// How far the list is scrolled, in rows.
  package var firstRow = 0.0
  /// The place in the list that is under the pointer.
  var hovered: Int?
  var lastPress: FileChooser.Press?
  /// Where the knob of the scroll bar is held, from its upper end.
  var grip: Double?
  package var page = BatchPage.summary
  /// Whether a small window shows what else stands beside the table.
  package var isOpen = false
  var hoveredCell: ConfusionChart.Cell?
  /// Whether a file is being written.
  package var isExporting = false

  /// Nothing was opened.
  package init() {}

  /// How many rows are listed.
  package var listed: Int { arrangement?.rows.count ?? table.count }

  /// Whether each row is a file of its own.
  var hasFiles: Bool { !files.isEmpty }

  /// The number of the row at a place in the list.
  package func row(at position: Int) -> Int? {
    guard (0..<listed).contains(position) else { return nil }
    return arrangement.map { Int($0.rows[position]) } ?? position
  }

  /// Where a row stands in the list; nil where it is not listed.
  func position(of row: Int) -> Int? {
    guard let arrangement else { return row < table.count ? row : nil }
    return arrangement.rows.firstIndex(of: UInt32(truncatingIfNeeded: row))
  }

  /// What the file or the folder is called.
  var title: String {
    guard let path = paths.first else { return "Batch" }
    return paths.count == 1 ? SafeName.last(of: path) : "\(paths.count) files and folders"
  }

  /// How many rows there are in all, as far as it can be told while they are read.
  var estimate: Int {
    guard phase == .running, share > 0 else { return table.count }
    let total = Double(tally.count) / share
    guard total < 1e9 else { return tally.count }
    if hasFiles || total == Double(limit ?? 0) { return Int(total.rounded()) }
    // An estimate has two digits that mean something.
    let unit = pow(10, max(0, (log10(max(1, total))).rounded(.down) - 1))
    return max(tally.count, Int((total / unit).rounded() * unit))
  }
}
