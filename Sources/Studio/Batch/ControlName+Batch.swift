import Toolkit

extension ControlName {
  static let openBatch: ControlName = "batch.open"
  static let runBatch: ControlName = "batch.run"
  static let cancelBatch: ControlName = "batch.cancel"
  static let exportBatch: ControlName = "batch.export"
  static let batchLimit: ControlName = "batch.limit"
  static let batchSort: ControlName = "batch.sort"
  static let batchDigits: ControlName = "batch.digits"
  static let batchTable: ControlName = "batch.table"
  static let batchScroll: ControlName = "batch.scroll"
  static let batchMatrix: ControlName = "batch.matrix"
  static let batchCanvas: ControlName = "batch.canvas"
  static let batchDetails: ControlName = "batch.details"
  static let batchShowAll: ControlName = "batch.showall"

  static func batch(_ kind: BatchFilter.Kind) -> ControlName { ControlName(rawValue: "batch.filter.\(kind.rawValue)") }
  static func batch(_ key: BatchOrder.Key) -> ControlName { ControlName(rawValue: "batch.head.\(key.rawValue)") }
  static func batchRow(_ row: Int) -> ControlName { ControlName(rawValue: "batch.row.\(row)") }
}
