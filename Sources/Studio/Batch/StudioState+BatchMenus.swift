import DigitData
import Graphics
import Toolkit

extension StudioState {
  /// The list that hangs from a button of the batch screen.
  func batchMenu(_ shown: BatchMenu, _ layout: WindowLayout) -> [Element] {
    let parts = BatchLayout(layout)
    let end = batchLayout.isSingle ? parts.head.maxX : parts.filters.maxX
    switch shown {
    case .limit:
      return menu(limitRows, x: parts.head.maxX - 440, y: parts.head.maxY + 4, width: 220, group: "batch.limits")
    case .export:
      return menu(exportRows, x: parts.head.maxX - 300, y: parts.head.maxY + 4, width: 300)
    case .sort: return menu(sortRows, x: end - 220, y: parts.filters.maxY + 4, width: 220, group: "batch.sorts")
    case .digits:
      return menu(digitRows, x: end - 360, y: parts.filters.maxY + 4, width: 160, group: "batch.digit")
    }
  }

  private var limitRows: [(ControlName, RowLook)] {
    StudioState.batchLimits.reversed().map { limit in
      let words = limit == nil ? "All rows" : "The \(StudioState.limitWords(limit))"
      return (
        .batchLimit.part(StudioState.word(limit)), RowLook(words, isChosen: limit == batch.limit, hasMark: true)
      )
    }
  }

  private var exportRows: [(ControlName, RowLook)] {
    AnswerFormat.allCases.map { (.exportBatch.part($0.rawValue), RowLook($0.title, detail: ".\($0.rawValue)")) }
  }

  private var sortRows: [(ControlName, RowLook)] {
    BatchOrder.Key.allCases.filter { $0 != .label || batch.tally.labelled > 0 }.map { key in
      let isChosen = key == batch.order.key
      let way = isChosen ? batch.order.isDescending ? "largest first" : "smallest first" : ""
      return (.batchSort.part(key.rawValue), RowLook(key.title, detail: way, isChosen: isChosen, hasMark: true))
    }
  }

  private var digitRows: [(ControlName, RowLook)] {
    let digits = (0...9).map { digit in
      (
        ControlName.batchDigits.part(digit),
        RowLook("\(digit)", isChosen: batch.filter.part == .digit(digit), hasMark: true)
      )
    }
    return [(.batchDigits.part("any"), RowLook("Any digit", isChosen: batch.filter.part == .any, hasMark: true))]
      + digits
  }
}

extension AnswerFormat {
  /// What stands in the menu.
  var title: String {
    switch self {
    case .csv: "Table (CSV)"
    case .jsonl: "JSON lines"
    case .xlsx: "Spreadsheet (XLSX)"
    }
  }
}
