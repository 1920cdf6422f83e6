import Glibc
import Graphics
import Studio
import Testing

@Suite struct StorageSettingsTests {
  private func file(_ directory: StorageDirectory) -> SettingsFile { SettingsFile(directory: directory.path) { _ in } }

  @Test func directoriesFollowTheRules() {
    let home = Directories(environment: ["HOME": "/home/a"])
    #expect(
      [home.config, home.data, home.state, home.cache] == [
        "/home/a/.config/inkling", "/home/a/.local/share/inkling", "/home/a/.local/state/inkling",
        "/home/a/.cache/inkling",
      ])
    let set = Directories(
      environment: [
        "HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "d", "XDG_STATE_HOME": "", "XDG_CACHE_HOME": "/e",
      ])
    #expect(
      [set.config, set.data, set.state, set.cache] == [
        "/c/inkling", "/home/a/.local/share/inkling", "/home/a/.local/state/inkling", "/e/inkling",
      ])
    #expect(Directories(environment: [:]) == Directories(environment: ["HOME": "relative"]))
    #expect(Directories(environment: [:]).state == nil)
  }

  @Test func whatIsChosenIsThereNextTime() throws {
    let directory = try StorageDirectory()
    var settings = Settings()
    settings.theme = .dark
    settings.scale = 1.25
    settings.penWidth = 12
    settings.pressure = .off
    settings.reading = .enter
    settings.model = "the \"best\"\n"
    settings.windowSize = PixelSize(width: 1280, height: 800)
    settings.reducesMotion = true
    settings.lastDirectory = "/home/ä b"
    let first = SettingsFile(directory: directory.file("new/inkling")) { Issue.record("\($0)") }
    first.save(Settings())
    first.save(settings)
    first.flush()
    let second = SettingsFile(directory: directory.file("new/inkling")) { _ in }
    #expect(second.load() == SettingsFile.Contents(settings: settings))
    var status = stat()
    stat(directory.file("new/inkling"), &status)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func badValuesAreToldAndUnknownOnesKept() throws {
    let directory = try StorageDirectory()
    try directory.write(
      """
      {"theme": "pink", "scale": 1.5, "future": {"a": [1, 2]}, "windowSize": [0, 5], "reducesMotion": null,
       "penWidth": "wide", "model": "cnn", "pressure": 3}
      """, to: "settings.json")
    let contents = file(directory).load()
    #expect(contents.settings.scale == 1.5)
    #expect(contents.settings.model == "cnn")
    #expect(contents.settings.theme == .system)
    #expect(
      contents.troubles.map(\.description) == [
        "Settings: theme cannot be \"pink\"; the usual value is used",
        "Settings: windowSize cannot be [0,5]; the usual value is used",
        "Settings: penWidth cannot be \"wide\"; the usual value is used",
        "Settings: pressure cannot be 3; the usual value is used",
      ])
    let again = file(directory)
    again.save(contents.settings)
    again.flush()
    #expect(try directory.text("settings.json").contains(#""future": {"a":[1,2]}"#))
    #expect(file(directory).load() == SettingsFile.Contents(settings: contents.settings))
  }

  @Test(arguments: ["", "[]", "{\"theme\": \"dark\"", "{\"a\":1,\"a\":2}", "\u{0}"])
  func aDamagedFileIsKept(text: String) throws {
    let directory = try StorageDirectory()
    try directory.write(text, to: "settings.json")
    let settings = file(directory)
    let contents = settings.load()
    #expect(contents.settings == Settings())
    #expect(contents.troubles.count == 1)
    #expect(contents.troubles[0].description.hasPrefix("Could not read the settings: "))
    settings.save(contents.settings)
    settings.flush()
    #expect(try directory.text("settings.json.damaged") == text)
    #expect(file(directory).load() == SettingsFile.Contents())
  }

  @Test func withoutAFileOrAHomeNothingIsSaid() throws {
    let directory = try StorageDirectory()
    #expect(file(directory).load() == SettingsFile.Contents())
    let homeless = SettingsFile(directory: nil) { Issue.record("\($0)") }
    homeless.save(Settings())
    homeless.flush()
    #expect(homeless.load() == SettingsFile.Contents())
  }

  @Test func theNewestFilesComeFirst() throws {
    let directory = try StorageDirectory()
    let (one, two) = (RecentDrawings(directory: directory.path), RecentDrawings(directory: directory.path))
    #expect(one.load() == [])
    for number in 0..<11 { one.add("/d/\(number)") }
    one.flush()
    two.add("/with\nline \"end\"")
    two.flush()
    one.add("/d/3")
    one.add("/d/11")
    one.flush()
    #expect(
      two.load() == [
        "/d/11", "/d/3", "/with\nline \"end\"", "/d/10", "/d/9", "/d/8", "/d/7", "/d/6", "/d/5", "/d/4", "/d/2", "/d/1",
      ])
    try directory.write("[\"/a\", 7]", to: "recent.json")
    #expect(one.load() == [])
    try directory.write("[\"/a\", \"relative\", \"/a\", \"/b\"]", to: "recent.json")
    #expect(one.load() == ["/a", "/b"])
  }
}
