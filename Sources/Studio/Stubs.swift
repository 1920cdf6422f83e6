import Graphics
import Toolkit
import Ink
public struct FileChooser: Equatable, Sendable {}
enum FileChooserView { static func elements(_ c: FileChooser, in s: Size, thumbnails: [String: PixelImage]) -> [Element] { [] } }
extension Studio {
  func loadPreferences() {}
  func savePreferences() {}
  func list(_ c: FileChooser) {}
}
extension StudioState {
  mutating func openFiles(saving: Bool) -> [Effect] { [] }
  mutating func openFiles(exporting: ExportFormat) -> [Effect] { [] }
  mutating func updateFiles(_ e: KeyEvent, focus: ControlName?) -> [Effect] { [] }
  mutating func pressFiles(_ n: ControlName) -> [Effect] { [] }
  mutating func scroll(_ n: ControlName?, _ e: ScrollEvent) -> [Effect] { [] }
}
