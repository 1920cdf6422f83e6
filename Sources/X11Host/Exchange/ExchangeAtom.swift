import CX11

/// The names that selections and drags are made of, by what they are called on the wire.
enum ExchangeAtom: String, CaseIterable {
  case atom = "ATOM"
  case atomPair = "ATOM_PAIR"
  case integer = "INTEGER"
  case null = "NULL"
  case increments = "INCR"

  case clipboard = "CLIPBOARD"
  case clipboardManager = "CLIPBOARD_MANAGER"
  case targets = "TARGETS"
  case timestamp = "TIMESTAMP"
  case multiple = "MULTIPLE"
  case saveTargets = "SAVE_TARGETS"
  case delete = "DELETE"

  case png = "image/png"
  case jpeg = "image/jpeg"
  case uriList = "text/uri-list"
  case utf8String = "UTF8_STRING"
  case utf8Text = "text/plain;charset=utf-8"
  case plainText = "text/plain"
  case latinString = "STRING"

  case dragAware = "XdndAware"
  case dragEnter = "XdndEnter"
  case dragPosition = "XdndPosition"
  case dragStatus = "XdndStatus"
  case dragLeave = "XdndLeave"
  case drop = "XdndDrop"
  case dropFinished = "XdndFinished"
  case dragSelection = "XdndSelection"
  case dragTypes = "XdndTypeList"
  case actionCopy = "XdndActionCopy"

  case timeProbe = "_INKLING_TIME"
  case managerProperty = "_INKLING_SAVE"
  case transfer0 = "_INKLING_TRANSFER_0"
  case transfer1 = "_INKLING_TRANSFER_1"
  case transfer2 = "_INKLING_TRANSFER_2"
  case transfer3 = "_INKLING_TRANSFER_3"
  case transfer4 = "_INKLING_TRANSFER_4"
  case transfer5 = "_INKLING_TRANSFER_5"

  /// Where other programs put what was asked of them, in turn: what comes too late lands beside the next transfer.
  static let transfers: [ExchangeAtom] = [.transfer0, .transfer1, .transfer2, .transfer3, .transfer4, .transfer5]
  /// Targets that say something about a selection instead of being its contents.
  static let aboutSelections: [ExchangeAtom] = [.targets, .timestamp, .multiple, .saveTargets, .delete]
}
