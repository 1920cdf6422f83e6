import DigitData
import Glibc
import JSONText
import Synchronization
import Training

/// The file of the settings, `settings.json` in the config directory.
package final class SettingsFile: Sendable {
  /// What the file says, and one line about each thing in it that cannot be used.
  package struct Contents: Equatable, Sendable {
    package var settings = Settings()
    package var troubles: [FileTrouble] = []

    /// Takes both as they are.
    package init(settings: Settings = Settings(), troubles: [FileTrouble] = []) {
      self.settings = settings
      self.troubles = troubles
    }
  }

  /// Where it is; nil where there is no home.
  package let path: String?
  private let writer: LatestWriter<Settings>
  private let isDamaged = Mutex(false)

  /// Longer files are not ours.
  private static let longest = 1 << 20

  /// The file in `directory`; `report` is called from any thread when it cannot be written.
  package init(directory: String?, report: @escaping @Sendable (FileTrouble) -> Void) {
    let path = directory.map { FilePath($0).appending("settings.json") }
    self.path = path
    writer = LatestWriter(label: "inkling.settings") { settings in
      guard let path else { return }
      do throws(FileTrouble) { try SettingsFile.write(settings, to: path) } catch { report(error) }
    }
  }

  /// Reads the file; settings that are missing or make no sense are as for everybody.
  package func load() -> Contents {
    var contents = Contents()
    guard let path, FilePath(path).isFile else { return contents }
    let bytes: [UInt8]
    do throws(DataFileError) {
      bytes = try DataFile.contents(of: path, limit: SettingsFile.longest)
    } catch {
      contents.troubles = [.reading(path, error.reason)]
      return contents
    }
    do throws(JSONError) {
      try SettingsFile.read(bytes, into: &contents)
    } catch {
      // The next save must not destroy what somebody wrote by hand and got one comma wrong.
      isDamaged.withLock { $0 = true }
      contents.troubles = [FileTrouble("Could not read the settings: \(error); the file is kept beside the new one")]
    }
    return contents
  }

  /// Has the settings written soon, on a background thread.
  package func save(_ settings: Settings) {
    let wasDamaged = isDamaged.withLock { isDamaged in
      defer { isDamaged = false }
      return isDamaged
    }
    if wasDamaged, let path { rename(path, path + ".damaged") }
    writer.save(settings)
  }

  /// Returns when everything is written.
  package func flush() { writer.flush() }

  private static func read(_ bytes: [UInt8], into contents: inout Contents) throws(JSONError) {
    var reader = JSONReader(bytes)
    var result = Contents()
    try reader.object { (reader, name) throws(JSONError) in
      let member = SettingsMember(name: name, json: try reader.rawValue())
      guard member.json != "null", !result.settings.take(member) else { return }
      result.troubles.append(
        FileTrouble("Settings: \(name) cannot be \(Excerpt.of(member.json)); the usual value is used"))
    }
    try reader.end()
    contents = result
  }

  private static func write(_ settings: Settings, to path: String) throws(FileTrouble) {
    do throws(DataFileError) {
      try PrivateDirectory.create(FilePath(path).parent)
    } catch {
      throw .saving(path, error.reason)
    }
    let lines = settings.members.map { "  \(JSONWriter.string($0.name)): \($0.json)" }
    try FileTrouble.save(Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8), to: path)
  }
}
