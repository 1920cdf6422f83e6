import Graphics
import Testing

@Suite struct DamageTests {
  private static let side = 64

  /// Numbers that look random and are the same in every run.
  private struct Chance {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, count)))
    }
  }

  private func pixels(of rects: [PixelRect]) -> Set<Int> {
    var pixels = Set<Int>()
    for rect in rects {
      for y in rect.y..<rect.y + rect.height {
        for x in rect.x..<rect.x + rect.width { pixels.insert(y * DamageTests.side + x) }
      }
    }
    return pixels
  }

  @Test(arguments: 1...40)
  func noPixelIsLost(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    var damage = Damage()
    var added = Set<Int>()
    let longest = [2, 8, 30][seed % 3]
    for _ in 0..<60 {
      let (x, y) = (chance.below(DamageTests.side - longest), chance.below(DamageTests.side - longest))
      let rect = PixelRect(x: x, y: y, width: chance.below(longest + 1), height: chance.below(longest + 1))
      damage.add(rect)
      added.formUnion(pixels(of: [rect]))
      #expect(added.isSubset(of: pixels(of: damage.rects)))
      #expect(damage.rects.count <= 12)
      #expect(damage.rects.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func neighboursBecomeOneAndStrangersStayApart() {
    var damage = Damage()
    damage.add(PixelRect(x: 0, y: 0, width: 10, height: 10))
    damage.add(PixelRect(x: 10, y: 0, width: 10, height: 10))
    #expect(damage.rects == [PixelRect(x: 0, y: 0, width: 20, height: 10)])
    damage.add(PixelRect(x: 500, y: 500, width: 1, height: 1))
    #expect(damage.rects.count == 2)
    damage.add(PixelRect(x: 0, y: 10, width: 20, height: 5))
    #expect(damage.rects.count == 2)
    damage.add(PixelRect(x: 5, y: 5, width: 1, height: 1))
    #expect(damage.rects.count == 2, "what is in already adds nothing")
  }

  @Test func emptyPartsAreNoDamage() {
    var damage = Damage()
    damage.add(PixelRect(x: 3, y: 3, width: 0, height: 9))
    damage.add(PixelRect(x: 3, y: 3, width: 9, height: -2))
    #expect(damage.isEmpty)
    damage.add(PixelRect(x: 0, y: 0, width: 1, height: 1))
    #expect(!damage.isEmpty)
    damage.removeAll()
    #expect(damage.isEmpty && damage == Damage())
  }

  @Test func aBridgeJoinsBothSides() {
    var damage = Damage()
    damage.add(PixelRect(x: 0, y: 0, width: 4, height: 4))
    damage.add(PixelRect(x: 8, y: 0, width: 4, height: 4))
    damage.add(PixelRect(x: 4, y: 0, width: 4, height: 4))
    #expect(damage.rects == [PixelRect(x: 0, y: 0, width: 12, height: 4)])
  }
}
