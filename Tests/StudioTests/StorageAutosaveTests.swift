import Glibc
import Ink
import Studio
import Synchronization
import Testing

@Suite struct StorageAutosaveTests {
  /// What was reported, from any thread.
  final class Reports: Sendable {
    private let texts = Mutex<[String]>([])
    var all: [String] { texts.withLock { $0 } }
    func add(_ trouble: FileTrouble) { texts.withLock { $0.append(trouble.description) } }
  }

  private func points(_ range: Range<Int>) -> [InkPoint] {
    range.map { InkPoint(x: Double($0) / 3, y: -Double($0), pressure: 0.5, milliseconds: Double($0)) }
  }

  private func autosave(_ directory: StorageDirectory, _ reports: Reports = Reports()) -> Autosave {
    Autosave(directory: directory.path) { reports.add($0) }
  }

  /// Draws two strokes as a window would.
  private func draw(on document: inout DrawingDocument, _ autosave: Autosave) {
    for start in [0, 40] {
      document.beginStroke(at: points(start..<start + 1)[0])
      autosave.save(.began(points(start..<start + 1)))
      for step in stride(from: start + 1, to: start + 31, by: 10) {
        document.extendStroke(through: points(step..<step + 10))
        autosave.save(.extended(points(step..<step + 10)))
      }
      document.endStroke()
    }
  }

  @Test func whatWasDrawnIsBackAfterACrash() throws {
    let directory = try StorageDirectory()
    var document = DrawingDocument()
    do {
      let first = autosave(directory)
      #expect(first.restore() == nil)
      draw(on: &document, first)
      first.flush()
    }
    #expect(document.pointCount == 62)
    #expect(autosave(directory).restore() == document.drawing)
  }

  @Test func everyChangeIsFollowed() throws {
    let directory = try StorageDirectory()
    let first = autosave(directory)
    var document = DrawingDocument()
    func check(_ what: String) throws {
      first.save(.replaced(document.drawing))
      first.flush()
      // Another place stands in for the next start: the first window still lives.
      let copy = try StorageDirectory()
      try copy.write(try directory.read("autosave-1.journal"), to: "autosave-1.journal")
      #expect(autosave(copy).restore() == (document.isBlank ? nil : document.drawing), "\(what)")
    }
    draw(on: &document, first)
    try check("drawn")
    for start in [100, 200, 300] { document.addStroke(Stroke(points: points(start..<start + 5))) }
    try check("three strokes at once")
    document.eraseStrokes([1, 3])
    try check("erased")
    document.addStroke(Stroke(points: points(400..<402)))
    document.eraseStrokes([0])
    try check("one comes, one goes")
    for _ in 0..<3 { document.undo() }
    try check("taken back")
    document.redo()
    try check("made again")
    document.setLabel("seven\n")
    document.setWidth(12.5)
    try check("said what it is")
    document.placeImage(PlacedImage(png: [1, 2, 3], box: .init(x: 0, y: 0, width: 10, height: 10)))
    try check("picture")
    document.moveImage(to: .init(x: 5, y: 6, width: 7, height: 8))
    try check("picture moved")
    document.clear()
    try check("cleared")
    document.undo()
    try check("clear taken back")
    document.load(try Drawing(line: #"{"strokes":[[[1,2]]],"mood":"good"}"#))
    try check("loaded")
  }

  @Test func aChangeCostsWhatItIsWorth() throws {
    let directory = try StorageDirectory()
    let autosave = autosave(directory)
    var document = DrawingDocument(Drawing(strokes: (0..<500).map { Stroke(points: points($0..<$0 + 100)) }))
    func size(after change: () -> Void) throws -> Int {
      let before = try directory.names.contains("autosave-1.journal") ? directory.read("autosave-1.journal").count : 0
      change()
      autosave.save(.replaced(document.drawing))
      autosave.flush()
      return try directory.read("autosave-1.journal").count - before
    }
    #expect(try size {} > 500_000)
    #expect(try size { document.eraseStrokes([7, 250]) } < 100)
    #expect(try size { document.addStroke(Stroke(points: [InkPoint(x: 1, y: 2)])) } < 100)
    #expect(try size { document.undo() } < 100)
    #expect(try size { document.undo() } < 15_000)
    document.placeImage(
      PlacedImage(png: [UInt8](repeating: 7, count: 100_000), box: .init(x: 0, y: 0, width: 1, height: 1)))
    #expect(try size {} > 100_000)
    #expect(try size { document.moveImage(to: .init(x: 1, y: 1, width: 2, height: 2)) } < 200)
  }

  @Test func aTornJournalGivesABeginning() throws {
    let directory = try StorageDirectory()
    var document = DrawingDocument()
    var states = [Drawing()]
    do {
      let first = autosave(directory)
      draw(on: &document, first)
      document.eraseStrokes([0])
      first.save(.replaced(document.drawing))
      document.setLabel("4")
      first.save(.replaced(document.drawing))
      first.flush()
    }
    let bytes = try directory.read("autosave-1.journal")
    var longest = -1
    for count in 0...bytes.count {
      let torn = try StorageDirectory()
      try torn.write(Array(bytes[..<count]), to: "autosave-1.journal")
      let next = autosave(torn)
      let found = next.restore() ?? Drawing()
      if found != states.last { states.append(found) }
      // It goes on from there.
      if count % 97 == 0 || count == bytes.count {
        next.save(.began(points(900..<903)))
        next.flush()
        let copy = try StorageDirectory()
        try copy.write(try torn.read("autosave-1.journal"), to: "autosave-1.journal")
        #expect(autosave(copy).restore()?.strokes.last == Stroke(points: points(900..<903)))
      }
      longest = max(longest, found.pointCount)
    }
    // Blank, two times one point and three batches, one stroke erased, the label.
    #expect(states.count == 1 + 4 + 4 + 1 + 1)
    #expect(states.last == document.drawing)
    #expect(longest == 62)
  }

  @Test func garbageInTheMiddleIsSetAside() throws {
    let directory = try StorageDirectory()
    let line = #"{"strokes":[[[1,2]]]}"# + "\n"
    try directory.write(line + "nonsense\n" + #"insert 1 {"strokes":[[[3,4]]]}"# + "\n", to: "autosave-1.journal")
    let reports = Reports()
    let next = autosave(directory, reports)
    #expect(next.restore() == Drawing(strokes: [Stroke(points: [InkPoint(x: 1, y: 2)])]))
    #expect(
      reports.all == [
        "A part of the saved drawing could not be read; the file is kept as autosave-1.journal.damaged"
      ])
    #expect(try directory.text("autosave-1.journal") == line)
    #expect(try directory.text("autosave-1.journal.damaged").hasPrefix(line + "nonsense"))
  }

  @Test(arguments: [
    "a letter to a friend\n", "{}\n", "\u{0}\u{1}\u{2}", "insert 0 {\"strokes\":[[[1,2]]]}\n", "erase 0\n", "\n\n",
    "{\"strokes\":",
  ])
  func aForeignFileIsSetAside(text: String) throws {
    let directory = try StorageDirectory()
    try directory.write(text, to: "autosave-1.journal")
    let next = autosave(directory)
    #expect(next.restore() == nil)
    next.save(.began([InkPoint(x: 1, y: 2)]))
    next.flush()
    #expect(try directory.text("autosave-1.journal.damaged") == text)
    #expect(try directory.text("autosave-1.journal") == "{\"strokes\":[]}\ninsert 0 {\"strokes\":[[[1,2]]]}\n")
  }

  @Test(arguments: [
    "erase 1", "erase -1", "erase 0 0", "erase", "insert 2 {\"strokes\":[[[1,2]]]}", "insert {\"strokes\":[[[1,2]]]}",
    "insert 1 2 {\"strokes\":[[[1,2]]]}", "points {\"strokes\":[]}", "box {\"strokes\":[]}", "rest", "insert 0",
    "box {\"strokes\":[],\"image\":{\"png\":\"\",\"box\":[1,2,3,4]}}", "erase 99999999999999999999",
    "insert 0 1 {\"strokes\":[[[1,2]],[[1,2]]]} x", "erase 0 {\"strokes\":[]}",
  ])
  func recordsThatDoNotFitEndTheJournal(record: String) throws {
    let directory = try StorageDirectory()
    let line = #"{"strokes":[[[1,2]]]}"# + "\n"
    try directory.write(line + record + "\nerase 0\n", to: "autosave-1.journal")
    #expect(autosave(directory).restore() == Drawing(strokes: [Stroke(points: [InkPoint(x: 1, y: 2)])]))
  }

  @Test func aJournalThatIsMostlyPastIsWrittenAnew() throws {
    let directory = try StorageDirectory()
    let first = autosave(directory)
    first.save(.replaced(Drawing(strokes: (0..<2_000).map { Stroke(points: points($0..<$0 + 100)) })))
    first.flush()
    #expect(try directory.read("autosave-1.journal").count > 4 << 20)
    first.save(.replaced(Drawing(strokes: [Stroke(points: points(0..<9))])))
    first.flush()
    var tries = 0
    while try directory.read("autosave-1.journal").count > 1_000, tries < 300 {
      usleep(100_000)
      tries += 1
    }
    #expect(try directory.read("autosave-1.journal").count < 1_000)
    first.save(.extended(points(9..<12)))
    first.flush()
    let copy = try StorageDirectory()
    try copy.write(try directory.read("autosave-1.journal"), to: "autosave-1.journal")
    #expect(autosave(copy).restore() == Drawing(strokes: [Stroke(points: points(0..<12))]))
  }

  @Test func twoWindowsKeepWhatIsTheirs() throws {
    let directory = try StorageDirectory()
    func stroke(_ x: Double) -> Drawing { Drawing(strokes: [Stroke(points: [InkPoint(x: x, y: 0)])]) }
    do {
      let (one, two) = (autosave(directory), autosave(directory))
      one.save(.replaced(stroke(1)))
      two.save(.replaced(stroke(2)))
      one.flush()
      two.flush()
      #expect(directory.names.filter { $0.hasSuffix(".journal") } == ["autosave-1.journal", "autosave-2.journal"])
    }
    // Both are gone; the newest comes first, and the next window gets the other.
    let one = autosave(directory)
    #expect(one.restore() == stroke(2))
    let two = autosave(directory)
    #expect(two.restore() == stroke(1))
    #expect(autosave(directory).restore() == nil)
  }

  @Test func anEndInPeaceLeavesNothing() throws {
    let directory = try StorageDirectory()
    do {
      let first = autosave(directory)
      first.save(.began([InkPoint(x: 1, y: 2)]))
      first.flush()
      first.save(.extended([InkPoint(x: 3, y: 4)]))
      first.discard()
    }
    #expect(directory.names == ["autosave-1.journal.lock"])
    #expect(autosave(directory).restore() == nil)
  }

  @Test func numbersThatNoFileHoldsDoNoHarm() throws {
    let directory = try StorageDirectory()
    do {
      let first = autosave(directory)
      first.save(.began([InkPoint(x: 1, y: 2), InkPoint(x: .nan, y: 2)]))
      first.save(.extended([InkPoint(x: 3, y: .infinity), InkPoint(x: 5, y: 6, pressure: .nan)]))
      first.save(.replaced(Drawing(strokes: [Stroke(points: [InkPoint(x: .nan, y: 0)])], width: -1)))
      first.save(.began([InkPoint(x: 7, y: 8)]))
      first.flush()
    }
    #expect(autosave(directory).restore()?.strokes == [Stroke(points: []), Stroke(points: [InkPoint(x: 7, y: 8)])])
  }

  @Test func aPlaceThatCannotBeWrittenIsToldOnce() throws {
    let directory = try StorageDirectory()
    try directory.write("x", to: "file")
    let reports = Reports()
    let lost = Autosave(directory: directory.file("file/inkling")) { reports.add($0) }
    lost.save(.began([InkPoint(x: 1, y: 2)]))
    lost.flush()
    #expect(lost.restore() == nil)
    #expect(reports.all == ["Could not keep the drawing on the disk: File exists; it stays in memory"])
    let homeless = Autosave(directory: nil) { reports.add($0) }
    homeless.save(.began([InkPoint(x: 1, y: 2)]))
    homeless.discard()
    #expect(reports.all.count == 2)
  }

  @Test func whatWorksAgainIsTold() throws {
    let directory = try StorageDirectory()
    mkfifo(directory.file("autosave-1.journal"), 0o600)
    let (reports, recoveries) = (Reports(), Reports())
    let first = Autosave(
      directory: directory.path, recovered: { recoveries.add(FileTrouble("saved again")) },
      report: { reports.add($0) })
    first.save(.began([InkPoint(x: 1, y: 2)]))
    first.flush()
    first.save(.extended([InkPoint(x: 2, y: 2)]))
    first.flush()
    #expect(reports.all.count == 1)
    #expect(recoveries.all.isEmpty)
    unlink(directory.file("autosave-1.journal"))
    first.flush()
    #expect(recoveries.all.count == 1)
    first.save(.extended([InkPoint(x: 3, y: 2)]))
    first.flush()
    #expect(recoveries.all.count == 1)
    #expect(try directory.text("autosave-1.journal").contains("3"))
  }

  @Test func aPipeInItsPlaceDoesNotStopAnything() throws {
    let directory = try StorageDirectory()
    mkfifo(directory.file("autosave-1.journal"), 0o600)
    let reports = Reports()
    let first = autosave(directory, reports)
    #expect(first.restore() == nil)
    first.save(.began([InkPoint(x: 1, y: 2)]))
    first.flush()
    #expect(
      reports.all == [
        "Could not keep the drawing on the disk: autosave-1.journal is not a plain file; it stays in memory"
      ])
  }

  @Test func aFullDiskKeepsWhatWasThereAndGoesOnLater() async throws {
    // A limit on the size of files stands in for the disk; it holds for a whole process, so it needs one of its own.
    await #expect(processExitsWith: .success) {
      let directory = try StorageDirectory()
      let reports = Reports()
      let first = Autosave(directory: directory.path) { reports.add($0) }
      first.save(.began([InkPoint(x: 1, y: 2)]))
      first.flush()
      let before = try directory.text("autosave-1.journal")
      signal(SIGXFSZ, SIG_IGN)
      var old = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old)
      var limit = rlimit(rlim_cur: 200, rlim_max: old.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      for x in 0..<3 {
        first.save(.extended((0..<50).map { InkPoint(x: Double(x), y: Double($0)) }))
        first.flush()
      }
      #expect(reports.all == ["Could not keep the drawing on the disk: File too large; it stays in memory"])
      #expect(try directory.text("autosave-1.journal") == before)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old)
      first.flush()
      let copy = try StorageDirectory()
      try copy.write(try directory.read("autosave-1.journal"), to: "autosave-1.journal")
      #expect(Autosave(directory: copy.path) { _ in }.restore()?.pointCount == 151)
    }
  }

  @Test func aKilledProcessLeavesItsInk() async throws {
    let directory = try StorageDirectory()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = directory.path as String] in
      let first = Autosave(directory: path) { _ in }
      first.save(.began([InkPoint(x: 0, y: 0)]))
      for x in 1...20 { first.save(.extended([InkPoint(x: Double(x), y: 0)])) }
      usleep(200_000)
      kill(getpid(), SIGKILL)
    }
    #expect(autosave(directory).restore()?.pointCount == 21)
  }
}
