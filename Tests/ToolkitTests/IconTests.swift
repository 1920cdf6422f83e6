import Foundation
import Graphics
import Testing
import Toolkit

@Suite struct IconTests {
  @Test func everyIconHasLinesOnItsGrid() {
    for icon in Icon.all {
      let elements = icon.path.elements
      #expect(elements.count >= 2, "\(icon.name)")
      guard case .move? = elements.first else {
        Issue.record("\(icon.name) does not begin with a place")
        continue
      }
      let points = elements.flatMap { element -> [Point] in
        switch element {
        case .move(let point), .line(let point): [point]
        case .curve(let one, let two, let end): [one, two, end]
        case .close: []
        }
      }
      #expect(points.allSatisfy { (0...24).contains($0.x) && (0...24).contains($0.y) }, "\(icon.name)")
    }
  }

  @Test func theListIsWhole() throws {
    let file = "\(#filePath)".replacing(
      "Tests/ToolkitTests/IconTests.swift", with: "Sources/Toolkit/Controls/Icon+Drawings.swift")
    let source = try String(contentsOfFile: file, encoding: .utf8)
    #expect(Icon.all.count == source.matches(of: /public static let \w+ = Icon\(/).count)
  }

  @Test func namesAreUnique() {
    #expect(Set(Icon.all.map(\.name)).count == Icon.all.count)
  }

  @Test func piecesAreRead() throws {
    let path = try #require(Icon.path(of: "M1 2 L3.5 4 C5 6 7 8 9 10 Z M11 12 L13 14"))
    #expect(
      path.elements == [
        .move(Point(x: 1, y: 2)), .line(Point(x: 3.5, y: 4)),
        .curve(Point(x: 5, y: 6), Point(x: 7, y: 8), Point(x: 9, y: 10)), .close, .move(Point(x: 11, y: 12)),
        .line(Point(x: 13, y: 14)),
      ])
  }

  @Test(arguments: ["M1", "M1 2 3", "M1 2 L", "L1 x", "C1 2 3 4", "Z1 2", "m1 2", "Q1 2", "1 2", "M1 nan", "M 1 2 3 4"])
  func otherTextIsRefused(_ text: String) { #expect(Icon.path(of: text) == nil) }
}
