import Graphics
import Studio
import Testing
import Toolkit

@Suite struct FileChooserTests {
  private static let entries = [
    FileEntry(name: ".hidden", isDirectory: true), FileEntry(name: "digits", isDirectory: true),
    FileEntry(name: ".secret.png"), FileEntry(name: "notes.txt"), FileEntry(name: "Seven.ndjson"),
    FileEntry(name: "two.PNG"),
  ]

  /// A chooser whose first directory has come.
  private func chooser(
    _ purpose: FileChooser.Purpose = .openOnCanvas, _ entries: [FileEntry] = FileChooserTests.entries
  ) -> FileChooser {
    var chooser = FileChooser("Open", purpose, directory: "/home/a", home: "/home/a")
    deliver(entries, chooser.start(), to: &chooser)
    return chooser
  }

  private func deliver(_ entries: [FileEntry], _ effect: FileChooser.Effect?, to chooser: inout FileChooser) {
    guard case .list(let directory, let request) = effect else {
      Issue.record("\(String(describing: effect)) asks for no directory")
      return
    }
    chooser.receive(.success(DirectoryListing(path: directory, entries: entries)), request: request)
  }

  private func answer(_ kind: PathKind, _ effect: FileChooser.Effect?, to chooser: inout FileChooser)
    -> FileChooser.Effect?
  {
    guard case .examine(let path, let request) = effect else {
      Issue.record("\(String(describing: effect)) asks about no path")
      return nil
    }
    return chooser.receive(kind, of: path, request: request)
  }

  private func names(_ chooser: FileChooser) -> [String] {
    (0..<chooser.rowCount).map { chooser.entry(row: $0).name }
  }

  @discardableResult
  private func type(_ text: String, into chooser: inout FileChooser) -> FileChooser.Effect? {
    var effect: FileChooser.Effect?
    for character in text {
      effect = chooser.handle(KeyEvent(.character(character), text: "\(character)"), focus: "files.name")
    }
    return effect
  }

  private func press(_ key: Key, _ modifiers: Modifiers = [], in chooser: inout FileChooser) -> FileChooser.Effect? {
    chooser.handle(KeyEvent(key, modifiers: modifiers), focus: "files.name")
  }

  @Test func whatIsTypedWhileADirectoryIsReadStays() {
    var chooser = FileChooser("Open", .openOnCanvas, directory: "/home/a", home: "/home/a")
    let asked = chooser.start()
    type("two", into: &chooser)
    deliver(FileChooserTests.entries, asked, to: &chooser)
    #expect(chooser.field.text == "two")
    #expect(names(chooser) == ["two.PNG"])
  }

  @Test func showsWhatCanBeOpened() {
    var chooser = chooser()
    #expect(names(chooser) == ["digits", "Seven.ndjson", "two.PNG"])
    #expect(chooser.selection == 0)
    #expect(press(.character("h"), .control, in: &chooser) == nil)
    #expect(names(chooser) == [".hidden", "digits", ".secret.png", "Seven.ndjson", "two.PNG"])
    #expect(chooser.selection == 1)
  }

  @Test func typingFindsAFile() {
    var chooser = chooser()
    type("eV", into: &chooser)
    #expect(names(chooser) == ["Seven.ndjson"])
    #expect(press(.enter, in: &chooser) == .examine(path: "/home/a/Seven.ndjson", request: 2))
    #expect(chooser.receive(.file, of: "/home/a/Seven.ndjson", request: 2) == .choose(path: "/home/a/Seven.ndjson"))
    _ = press(.backspace, in: &chooser)
    _ = press(.backspace, in: &chooser)
    #expect(chooser.rowCount == 3)
    type(".", into: &chooser)
    #expect(names(chooser).contains(".secret.png"))
  }

  @Test func keysMoveTheSelection() {
    var chooser = chooser(.openOnCanvas, (100..<200).map { FileEntry(name: "\($0).png") })
    chooser.setRowsOnPage(10.5)
    for (key, row) in [
      (Key.down, 1), (.up, 0), (.up, 0), (.pageDown, 9), (.pageDown, 18), (.end, 99), (.down, 99), (.pageUp, 90),
      (.home, 0),
    ] {
      _ = press(key, in: &chooser)
      #expect(chooser.selection == row, "\(key)")
      #expect(chooser.firstRow <= Double(row) && Double(row + 1) <= chooser.firstRow + 10.5)
    }
    chooser.scroll(by: 4)
    #expect(chooser.firstRow == 12)
    chooser.scroll(by: .nan)
    chooser.scroll(by: 1e300)
    #expect(chooser.firstRow == 89.5)
  }

  @Test func directoriesAreEnteredAndLeft() {
    var chooser = chooser()
    let inside = press(.enter, in: &chooser)
    #expect(inside == .list(directory: "/home/a/digits", request: 2))
    deliver([], inside, to: &chooser)
    #expect(chooser.directory == "/home/a/digits")
    let back = press(.backspace, in: &chooser)
    #expect(back == .list(directory: "/home/a", request: 3))
    deliver(FileChooserTests.entries, back, to: &chooser)
    #expect(chooser.selection.map { chooser.entry(row: $0).name } == "digits")
    #expect(chooser.activate("files.path.0") == .list(directory: "/", request: 4))
    #expect(chooser.activate("files.up") == .list(directory: "/home", request: 5))
    #expect(press(.up, .alt, in: &chooser) == .list(directory: "/home", request: 6))
    #expect(press(.home, .alt, in: &chooser) == .list(directory: "/home/a", request: 7))
    #expect(chooser.activate("files.path.9") == nil)
    #expect(chooser.activate("undo") == nil)
  }

  @Test func pathsCanBeTyped() {
    for (text, path) in [
      ("~", "/home/a"), ("~/b/../c", "/home/a/c"), ("/usr//share/.", "/usr/share"), ("/../..", "/"),
    ] {
      var chooser = chooser()
      type(text, into: &chooser)
      #expect(chooser.rowCount == 3)
      let effect = press(.enter, in: &chooser)
      #expect(effect == .examine(path: path, request: 2))
      #expect(answer(.directory, effect, to: &chooser) == .list(directory: path, request: 3))
    }
    var chooser = chooser()
    type("/no", into: &chooser)
    #expect(answer(.missing, press(.enter, in: &chooser), to: &chooser) == nil)
    #expect(chooser.problem == "Could not read no: no such file")
  }

  @Test func aDirectoryThatCannotBeReadLeavesTheOld() {
    var chooser = chooser()
    _ = press(.enter, in: &chooser)
    chooser.receive(.failure(FileTrouble("Could not read digits: Permission denied")), request: 2)
    #expect(chooser.directory == "/home/a")
    #expect(chooser.problem == "Could not read digits: Permission denied")
    #expect(chooser.rowCount == 3)
  }

  @Test func staleAnswersAreDropped() {
    var chooser = chooser()
    _ = press(.enter, in: &chooser)
    _ = chooser.activate("files.up")
    chooser.receive(.success(DirectoryListing(path: "/home/a/digits", entries: [])), request: 2)
    #expect(chooser.directory == "/home/a")
    #expect(chooser.receive(.file, of: "/x.png", request: 2) == nil)
  }

  @Test func savingAddsTheEndingAndAsksBeforeItReplaces() {
    let purpose = FileChooser.Purpose.save(name: "drawing", endings: [".ndjson"])
    var chooser = chooser(purpose)
    #expect(chooser.field.text == "drawing")
    let first = press(.enter, in: &chooser)
    #expect(first == .examine(path: "/home/a/drawing", request: 2))
    let second = answer(.missing, first, to: &chooser)
    #expect(second == .examine(path: "/home/a/drawing.ndjson", request: 3))
    #expect(answer(.missing, second, to: &chooser) == .choose(path: "/home/a/drawing.ndjson"))

    _ = press(.end, in: &chooser)
    type(".NDJSON", into: &chooser)
    let third = press(.enter, in: &chooser)
    #expect(answer(.file, third, to: &chooser) == nil)
    #expect(chooser.replaced == "/home/a/drawing.NDJSON")
    #expect(chooser.handle(KeyEvent(.enter, isRepeat: true), focus: nil) == nil)
    #expect(chooser.dismiss() == nil)
    #expect(chooser.replaced == nil)
    #expect(answer(.file, press(.enter, in: &chooser), to: &chooser) == nil)
    #expect(chooser.activate("files.replace") == .choose(path: "/home/a/drawing.NDJSON"))
    #expect(chooser.activate("files.keep") == nil)
    #expect(chooser.dismiss() == .cancel)
    #expect(answer(.other, press(.enter, in: &chooser), to: &chooser) == nil)
    #expect(chooser.problem == "Could not save drawing.NDJSON: it is not a plain file")
  }

  @Test func savingTakesNamesAndDirectoriesFromTheList() {
    var chooser = chooser(.save(name: "new", endings: [".ndjson"]))
    #expect(names(chooser) == ["digits", "Seven.ndjson"])
    #expect(chooser.selection == nil)
    _ = press(.end, in: &chooser)
    _ = press(.down, in: &chooser)
    #expect(chooser.field.text == "new")
    _ = press(.down, in: &chooser)
    #expect(chooser.field.text == "Seven.ndjson")
    _ = press(.up, in: &chooser)
    #expect(press(.enter, in: &chooser) == .list(directory: "/home/a/digits", request: 2))
    var other = self.chooser(.save(name: "", endings: [".ndjson"]))
    #expect(press(.enter, in: &other) == nil)
    #expect(other.problem == "Type a name")
    #expect(press(.backspace, in: &other) == .list(directory: "/home", request: 2))
  }

  @Test func theNameIsEdited() {
    var chooser = chooser(.save(name: "añb", endings: [".png"]))
    _ = press(.left, in: &chooser)
    _ = press(.backspace, in: &chooser)
    type("x", into: &chooser)
    #expect(chooser.field.text == "axb")
    #expect(chooser.field.cursor == 2)
    _ = press(.home, in: &chooser)
    _ = press(.delete, in: &chooser)
    #expect(chooser.field.text == "xb")
    _ = chooser.handle(KeyEvent(.character("v"), text: "a\nb\u{0}c"), focus: nil)
    #expect(chooser.field.text == "abcxb")
    _ = chooser.handle(KeyEvent(.character("v"), text: String(repeating: "y", count: 5_000)), focus: nil)
    #expect(chooser.field.text == "abcxb")
  }

  @Test func pressesSelectOpenAndScroll() {
    var chooser = chooser(.openOnCanvas, (100..<200).map { FileEntry(name: "\($0).png") })
    chooser.setRowsOnPage(10)
    let place = Point(x: 50, y: 2 * FileChooser.rowHeight + 3)
    #expect(chooser.press(at: place, now: .seconds(1)) == nil)
    #expect(chooser.selection == 2)
    #expect(chooser.press(at: place, now: .seconds(2)) == nil)
    #expect(chooser.press(at: place, now: .milliseconds(2_300)) == .examine(path: "/home/a/102.png", request: 2))
    chooser.drag(to: Point(x: 50, y: place.y - 5 * FileChooser.rowHeight))
    #expect(chooser.firstRow == 5)
    #expect(chooser.press(at: Point(x: 0, y: 5_000), now: .seconds(3)) == nil)
    #expect(chooser.press(at: Point(x: 0, y: -1e300), now: .seconds(3)) == nil)
    #expect(chooser.selection == 2)
    chooser.hover(at: place)
    chooser.hover(at: nil)
  }

  @Test func thumbnailsAreWantedForThePageOnly() {
    var chooser = chooser(
      .openOnCanvas, [FileEntry(name: "d", isDirectory: true)] + (0..<9).map { FileEntry(name: "\($0).png") })
    chooser.setRowsOnPage(3.5)
    #expect(chooser.wantedThumbnails(known: ["/home/a/1.png"]) == ["/home/a/0.png", "/home/a/2.png"])
  }
}
