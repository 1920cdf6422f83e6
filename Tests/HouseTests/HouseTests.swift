import Foundation
import Testing

/// The project as it is keeps the rules of the house.
struct HouseTests {
  @Test func everySourceFileKeepsTheRules() throws {
    let files = try Project.sources()
    #expect(files.count > 100)
    for fault in files.flatMap(HouseRules.faults(in:)) { Issue.record("\(fault)") }
  }

  @Test func thePackageDependsAsTheTableSays() throws {
    let targets = Project.targets(in: try Project.text("Package.swift"))
    let rooms = targets.filter { !$0.key.hasSuffix("Tests") }
    #expect(Set(rooms.keys) == Set(HouseTable.imports.keys))
    for (room, dependencies) in rooms.sorted(by: { $0.key < $1.key }) {
      let strange = Set(dependencies).subtracting(HouseTable.imports[room] ?? [])
      #expect(strange.isEmpty, "\(room) may not depend on \(strange.sorted().joined(separator: ", "))")
    }
  }

  @Test func testFilesAreNotTooLong() throws {
    let paths = try Project.paths(below: "Tests").filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 20)
    for path in paths {
      for fault in HouseRules.tooLong(SourceFile(path: path, text: try Project.text(path))) { Issue.record("\(fault)") }
    }
  }

  @Test func theMapNamesEveryTarget() throws {
    let map = try Project.text("README.md")
    let targets = Project.targets(in: try Project.text("Package.swift")).keys
    #expect(targets.count > 15)
    for target in targets.sorted() { #expect(map.contains("`\(target)`"), "README.md does not name \(target)") }
  }

  @Test func theMapPointsToWhatIsThere() throws {
    let map = try Project.text("README.md")
    for match in map.matches(of: /`((?:Sources|Tests|\.ci)\/[\w.\/-]+)`/) {
      let path = Project.root.appending(path: String(match.output.1)).path()
      #expect(FileManager.default.fileExists(atPath: path), "README.md names \(match.output.1), which is not there")
    }
  }

  @Test func nothingNamesAPathOfOneMachine() throws {
    let texts =
      ["Sources", "Tests", "Resources"].flatMap { (try? Project.paths(below: $0)) ?? [] }
      + ["README.md", "Package.swift", "LICENSE", ".gitignore", ".ci/run", ".ci/packages"]
    #expect(texts.count > 100)
    for path in texts {
      // Pictures and weights are no texts.
      guard let text = try? Project.text(path) else { continue }
      for fault in HouseRules.machinePaths(in: text, path: path) { Issue.record("\(fault)") }
    }
  }
}
