import DigitData
import Graphics
import Toolkit

extension StudioState {
  mutating func update(_ action: BatchAction) -> [Effect] {
    switch action {
    case .open(let paths): return openBatch(paths)
    case .began(let run): return begin(run)
    case .opened(let run, let files, let gaps):
      if run == batch.run { (batch.files, batch.gaps) = (files, gaps) }
    case .progressed(let progress, let run): return run == batch.run ? take(progress) : []
    case .ended(let end, let fate, let run): return run == batch.run ? finish(end, fate) : []
    case .arranged(let arrangement, let request): return take(arrangement, request)
    case .pointed(let name, let place, let size): pointBatch(name, place, size)
    case .pressed(let name, let place, let size, let now): return pressBatch(name, at: place, size, now)
    case .dragged(let name, let place, let size): dragBatch(name, place, size)
    case .released: batch.grip = nil
    case .export(let path): return [.batch(.export(path: path))]
    case .exported(let path, let trouble):
      batch.isExporting = false
      notice = trouble.map { Notice(.bad, $0) } ?? Notice(.good, "Saved as \(path)")
    }
    return []
  }

  // MARK: Runs

  /// Shows the batch screen and reads what was opened as soon as there is a model.
  mutating func openBatch(_ paths: [String]) -> [Effect] {
    guard !paths.isEmpty else { return [] }
    (tab, overlay) = (.batch, nil)
    batch.paths = paths
    return startBatch()
  }

  /// Reads what was opened from its start.
  mutating func startBatch() -> [Effect] {
    guard !batch.paths.isEmpty else { return [] }
    let before = batch
    batch = BatchState()
    (batch.paths, batch.limit, batch.run, batch.page) = (before.paths, before.limit, before.run + 1, before.page)
    (batch.isExporting, batch.request, batch.phase) = (before.isExporting, before.request, .waiting)
    batch.troubles.path = batch.paths[0]
    return [.batch(.start(batch.paths, limit: batch.limit ?? .max, run: batch.run))]
  }

  /// Goes on with what waits for a model.
  mutating func resumeBatch() -> [Effect] { batch.phase == .waiting ? startBatch() : [] }

  private mutating func begin(_ run: Int) -> [Effect] {
    guard run == batch.run else { return [] }
    batch.phase = .running
    (batch.modelName, batch.sureFrom) = (model?.name ?? "", model?.sureFrom)
    return []
  }

  private mutating func take(_ progress: BatchProgress) -> [Effect] {
    batch.table.replace(from: progress.firstChunk, with: progress.chunks)
    (batch.tally, batch.share) = (progress.tally, progress.share)
    (batch.rate, batch.seconds) = (progress.rate, progress.seconds)
    batch.troubles.add(progress.troubles)
    let effects = extendList()
    if batch.selected == nil { select(at: 0) }
    return effects
  }

  private mutating func finish(_ end: BatchEnd, _ fate: CSVFile.Fate) -> [Effect] {
    batch.phase =
      switch end {
      case .done: .done
      case .cancelled: .cancelled
      case .failed(let reason): .failed(reason)
      }
    batch.fate = fate
    if end == .done, !batch.hasFiles, batch.tally.count >= BatchRun.mostRows {
      (batch.gaps.cutAt, batch.gaps.cutsFiles) = (BatchRun.mostRows, false)
    }
    if case .failed(let reason) = end {
      notice = Notice(.bad, "\(SafeName.text(reason)). Open another file; your drawing is unchanged")
    } else if let words = batch.fateWords {
      notice = Notice(.warning, words)
    } else if batch.tally.count == 0, let words = batch.gaps.notice {
      notice = Notice(.bad, "\(words). Allow reading it, or open another one")
    } else if case .done = end, batch.tally.count == 0 {
      notice = Notice(
        .warning, "There is nothing to read in \(batch.title): open a CSV file, pictures or a folder of them")
    }
    return batch.arrangement.map { $0.covered < batch.table.count } == true ? rearrange() : []
  }

  // MARK: Lists

  /// Lists other rows, or in another order; those that are listed stay until it is known.
  mutating func rearrange() -> [Effect] {
    batch.request += 1
    if batch.filter == BatchFilter(), batch.order == BatchOrder() {
      (batch.arrangement, batch.isArranging) = (nil, false)
      settleList()
      return []
    }
    batch.isArranging = true
    return [.batch(.arrange(request: batch.request))]
  }

  private mutating func take(_ arrangement: BatchArrangement, _ request: Int) -> [Effect] {
    guard request == batch.request else { return [] }
    batch.isArranging = false
    batch.arrangement = arrangement
    settleList()
    return extendList()
  }

  /// Lists rows that have come: at the end where the list goes by their numbers, otherwise when they are a tenth more.
  private mutating func extendList() -> [Effect] {
    guard let covered = batch.arrangement?.covered, covered < batch.table.count, !batch.isArranging else { return [] }
    if batch.arrangement?.order == BatchOrder(), batch.arrangement?.filter == batch.filter {
      batch.arrangement?.extend(to: batch.table)
      return []
    }
    return batch.table.count > covered + covered / 10 ? rearrange() : []
  }

  /// Keeps the selected row in sight where the list is another one now.
  private mutating func settleList() {
    if let position = batch.selected.flatMap({ batch.position(of: $0) }) {
      batch.position = position
      revealSelection()
    } else {
      scrollBatch(to: 0)
      select(at: 0)
    }
  }

  /// Selects the row at a place in the list, or the nearest.
  mutating func select(at position: Int) {
    batch.position = max(0, min(batch.listed - 1, position))
    batch.selected = batch.row(at: batch.position)
    revealSelection()
  }

  private mutating func revealSelection() {
    let page = batchLayout.rowsOnPage
    let first = min(batch.firstRow, Double(batch.position))
    scrollBatch(to: max(first, Double(batch.position + 1) - page))
  }

  /// Scrolls to a row as far as there are any.
  mutating func scrollBatch(to row: Double) {
    batch.firstRow = max(0, min(row.isFinite ? row : 0, Double(batch.listed) - batchLayout.rowsOnPage))
  }

  /// Where everything is.
  var batchLayout: BatchLayout { BatchLayout(WindowLayout(windowSize)) }
}

extension BatchState {
  /// What has happened to the file meanwhile, and what to do; nil where nothing has.
  var fateWords: String? {
    switch fate {
    case .same: nil
    case .changed: "\(title) was changed while it was read: rows may be cut or missing. Run again to read it anew"
    case .replaced: "\(title) was replaced while it was read: these are the rows of the old one. Run again for the new"
    case .removed: "\(title) was removed while it was read: its rows stay here. Export them to keep them"
    }
  }
}
