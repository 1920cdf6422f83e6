import CXLSXWriter
import Glibc
import NeuralNet

/// A spreadsheet that is written row by row; what it needs in memory does not grow with the rows.
///
/// Where there are more rows than a sheet can have, they go on in another one.
final class Spreadsheet {
  /// What stands in a cell.
  enum Cell: Equatable {
    case empty
    case number(Double)
    case text(String)
    case truth(Bool)
  }

  /// The most rows of a sheet, the names of the columns included.
  private static let mostRows = 1_048_576
  /// Room for everything in the file that is no row.
  private static let margin = 1 << 20

  private let path: String
  private let columns: [String]
  /// nil once it is finished.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
  private var row = 0

  /// An empty spreadsheet at `path`, beside which it keeps what is not packed yet.
  init(path: String, columns: [String]) throws(FileError) {
    (self.path, self.columns) = (path, columns)
    let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    book = directory.withCString { directory in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: directory)
      return workbook_new_opt(path, &options)
    }
    try addSheet()
  }

  deinit {
    guard let book else { return }
    for sheet in sheets {
      // The library does not close it where a book is thrown away.
      if let file = sheet.pointee.optimize_tmpfile { fclose(file) }
      (sheet.pointee.optimize_tmpfile, sheet.pointee.file) = (nil, nil)
    }
    lxw_workbook_free(book)
  }

  /// Adds a row.
  func addRow(_ cells: [Cell]) throws(FileError) {
    if row == Spreadsheet.mostRows { try addSheet() }
    guard let sheet = sheets.last else { throw failure(Reason.memory) }
    for (column, cell) in cells.enumerated() {
      let (row, column) = (lxw_row_t(row), lxw_col_t(column))
      let status =
        switch cell {
        case .empty: LXW_NO_ERROR
        case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
        case .text(let text): worksheet_write_string(sheet, row, column, text, nil)
        case .truth(let truth): worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, nil)
        }
      guard status == LXW_NO_ERROR else { throw failure(status) }
    }
    row += 1
    // The library never looks whether a row has reached the disk.
    if row % 4096 == 0 { try flush(sheet) }
  }

  /// Packs everything into the file.
  func finish() throws(FileError) {
    for sheet in sheets { try flush(sheet) }
    // The library copies each sheet once more, and does not look whether there was room for that.
    let size = sheets.map { $0.pointee.optimize_tmpfile.map { Int(ftell($0)) } ?? 0 }.max() ?? 0
    guard freeBytes.map({ $0 > size + Spreadsheet.margin }) ?? true else { throw failure(Reason.space) }
    guard let book else { return }
    self.book = nil
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else { throw failure(status) }
  }

  /// The room on the disk; nil where the system does not say.
  private var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return Int(clamping: status.f_bavail).multipliedReportingOverflow(by: Int(clamping: status.f_frsize)).partialValue
  }

  private func addSheet() throws(FileError) {
    guard let book, let sheet = workbook_add_worksheet(book, nil) else { throw failure(Reason.temporary) }
    sheets.append(sheet)
    worksheet_freeze_panes(sheet, 1, 0)
    row = 0
    try addRow(columns.map { .text($0) })
  }

  private func flush(_ sheet: UnsafeMutablePointer<lxw_worksheet>) throws(FileError) {
    guard let file = sheet.pointee.optimize_tmpfile, fflush(file) == 0, ferror(file) == 0 else {
      throw failure(Reason.space)
    }
  }

  private enum Reason {
    static let memory = "memory is short"
    static let space = "no space left on device"
    static let temporary = "no temporary file can be made beside it"
  }

  private func failure(_ status: lxw_error) -> FileError {
    failure(lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)")
  }

  private func failure(_ reason: String) -> FileError { .unwritable(path: path, reason: reason) }
}
