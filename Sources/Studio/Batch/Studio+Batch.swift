import Dispatch
import Toolkit
import DigitData
import Graphics
import Ink
import NeuralNet
import Recognition

extension Studio {
  /// Does what the batch screen has asked for.
  func run(_ effect: BatchEffect) {
    switch effect {
    case .start(let paths, let limit, let run): startBatch(paths, limit: limit, run: run)
    case .cancel: batches.run?.cancel()
    case .arrange(let request): arrangeBatch(request)
    case .export(let path): exportBatch(to: path)
    case .stopExport: batches.export?.set()
    case .putOnCanvas(let row): putBatchRow(row)
    }
  }

  // MARK: Runs

  private func startBatch(_ paths: [String], limit: Int, run number: Int) {
    // Without a model it waits; the one that comes starts it again.
    guard let model = judge?.model else { return }
    let run = BatchRun(paths, limit: limit, model: model)
    batches.begin(run)
    worksUnderWay += 1
    perform(.batch(.began(run: number)))
    let mailbox = host.mailbox
    let runs = batches.runs
    runs.enter()
    run.start { [weak self] report in
      mailbox.post { self?.take(report, of: number) }
      if case .ended = report { runs.leave() }
    }
  }

  private func take(_ report: BatchRun.Report, of run: Int) {
    switch report {
    case .opened(let input):
      guard run == state.batch.run else { return }
      batches.input = input
      perform(.batch(.opened(run: run, files: input.files, gaps: input.gaps)))
    case .progressed(let progress): perform(.batch(.progressed(progress, run: run)))
    case .ended(let end, let fate):
      worksUnderWay -= 1
      perform(.batch(.ended(end, fate, run: run)))
    }
  }

  private func arrangeBatch(_ request: Int) {
    let (table, filter, order) = (state.batch.table, state.batch.filter, state.batch.order)
    inBackground(on: evaluations, { BatchArrangement(table, filter: filter, order: order) }) { studio, arrangement in
      studio.perform(.batch(.arranged(arrangement, request: request)))
    }
  }

  // MARK: Pictures

  /// Has the pictures of rows read that can be seen, the newest wish first.
  func wantBatchImages() {
    guard state.tab == .batch, !batches.isReading, let input = batches.input else { return }
    let seen = state.batch.visible(rowsOnPage: state.batchLayout.rowsOnPage).map(\.row) + [state.batch.selected ?? 0]
    let table = state.batch.table
    let wanted = batches.missing(seen.filter { $0 < table.count && table[$0].status != .bad }).prefix(input.mostAtOnce)
    guard !wanted.isEmpty else { return }
    batches.isReading = true
    let rows = Array(wanted)
    let places = rows.map { (row: $0, place: table[$0].place) }
    let run = state.batch.run
    inBackground(on: batches.pictures, { input.images(places) }) { studio, images in
      studio.batches.isReading = false
      if run == studio.state.batch.run { studio.batches.add(images, of: rows) }
      studio.changed()
    }
  }

  /// Puts the picture of a row under the ink: the file itself where the row is one, otherwise its 28×28 pixels.
  private func putBatchRow(_ row: Int) {
    guard row < state.batch.table.count, let input = batches.input else { return }
    let place = state.batch.table[row].place
    inBackground({ input.placed(row, place) }) { studio, file in
      switch file {
      case .picture(let image):
        studio.perform(.placed(image))
        studio.perform(.control(.startDrawing))
        studio.perform(.notice(Notice(.good, "Row \(row) is on the canvas. Undo brings your drawing back")))
      case .failed(let reason): studio.perform(.pictureFailed(reason))
      case .drawings: break
      }
    }
  }

  // MARK: Export

  private func exportBatch(to path: String) {
    guard let format = AnswerFormat(path: path), batches.export == nil else { return }
    let (table, troubles, files) = (state.batch.table, state.batch.troubles, state.batch.files)
    let flag = BatchWorks.Flag()
    batches.export = flag
    state.batch.isExporting = true
    inBackground(
      on: batches.exports,
      {
        let export = AnswerExport(
          count: table.count, row: { table.recognized($0, troubles: troubles) },
          fileName: files.isEmpty ? nil : { files.indices.contains($0) ? files[$0] : "" }, goesOn: { _ in !flag.isSet })
        do throws(FileError) {
          return try export.write(to: path, as: format) ? nil : "Stopped: \(SafeName.last(of: path)) is as it was"
        } catch {
          return
            "\(FileTrouble.saving(path, error.reason)). What was there is unchanged; free some space, or save elsewhere"
        }
      }
    ) { (studio: Studio, trouble: String?) in
      studio.batches.export = nil
      studio.perform(.batch(.exported(path: path, trouble: trouble)))
    }
  }
}

extension BatchInput {
  /// The files of the rows; none where all rows are in one.
  fileprivate var files: [String] {
    switch self {
    case .table: []
    case .pictures(let list): list.files
    }
  }

  /// What is in no row.
  fileprivate var gaps: BatchGaps {
    switch self {
    case .table: BatchGaps()
    case .pictures(let list): list.gaps
    }
  }

  /// How many pictures are read before others may be wanted.
  fileprivate var mostAtOnce: Int {
    switch self {
    case .table: 100
    case .pictures: 6
    }
  }

  /// The picture of a row for the canvas.
  fileprivate func placed(_ row: Int, _ place: Int) -> OpenedFile {
    if case .pictures(let list) = self, list.files.indices.contains(row) { return OpenedFile.read(list.files[row]) }
    guard let image = images([(row, place)]).first ?? nil else {
      return .failed("Row \(row) cannot be read again: the file has changed. Run again to read it anew")
    }
    return ImportedPicture.digit(image).map { .picture($0) } ?? .failed("Memory is short")
  }
}
