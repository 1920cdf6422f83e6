import Graphics
import Testing

@Suite struct PixelRectTests {
  @Test(arguments: [1, 1.25, 1.5, 1.75, 2, 2.4, 3])
  func coversEveryPixelTouchedAndNoOther(_ scale: Double) {
    for step in 0..<200 {
      let rect = Rect(
        x: Double(step) * 0.37 - 20, y: Double(step) * 0.61 - 40, width: 0.3 + Double(step % 17), height: 0.05)
      let cover = PixelRect(covering: rect, scale: scale)
      let (left, top) = (rect.x * scale, rect.y * scale)
      let (right, bottom) = (rect.maxX * scale, rect.maxY * scale)
      #expect(Double(cover.x) <= left && Double(cover.x + 1) > left)
      #expect(Double(cover.y) <= top && Double(cover.y + 1) > top)
      #expect(Double(cover.x + cover.width) >= right && Double(cover.x + cover.width - 1) < right)
      #expect(Double(cover.y + cover.height) >= bottom && Double(cover.y + cover.height - 1) < bottom)
    }
  }

  @Test func wholePixelsStayWhatTheyAre() {
    let rect = PixelRect(covering: Rect(x: 4, y: 8, width: 12, height: 16), scale: 1.25)
    #expect(rect == PixelRect(x: 5, y: 10, width: 15, height: 20))
    #expect(rect.inUnits(scale: 1.25) == Rect(x: 4, y: 8, width: 12, height: 16))
  }

  @Test func placesWithoutEndCoverEverythingAndNoNumbersNothing() {
    let window = PixelRect(x: 0, y: 0, width: 1280, height: 800)
    let far = [
      Rect(x: 0, y: 0, width: .infinity, height: .infinity), Rect(x: -1e300, y: -1e300, width: 2e300, height: 2e300),
    ]
    for rect in far { #expect(PixelRect(covering: rect, scale: 2).intersection(window) == window) }
    #expect(PixelRect(covering: Rect(x: .nan, y: 0, width: .nan, height: 5), scale: 1).isEmpty)
    #expect(PixelRect(covering: Rect(x: 0, y: 0, width: 5, height: 5), scale: .nan).isEmpty)
    #expect(PixelRect(covering: Rect(x: 5, y: 5, width: -3, height: 4), scale: 1).isEmpty)
  }

  @Test func intersectionsAndUnions() {
    let a = PixelRect(x: 0, y: 0, width: 10, height: 10)
    let b = PixelRect(x: 5, y: 6, width: 10, height: 10)
    #expect(a.intersection(b) == PixelRect(x: 5, y: 6, width: 5, height: 4))
    #expect(a.union(b) == PixelRect(x: 0, y: 0, width: 15, height: 16))
    let away = PixelRect(x: 20, y: 0, width: 1, height: 1)
    let none = PixelRect(x: 90, y: 90, width: 0, height: 4)
    #expect(a.intersection(away).isEmpty)
    #expect(a.union(none) == a && none.union(a) == a)
  }

  @Test func rectanglesMeet() {
    let a = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(a.intersection(Rect(x: 5, y: -5, width: 10, height: 10)) == Rect(x: 5, y: 0, width: 5, height: 5))
    #expect(a.intersection(Rect(x: 50, y: 0, width: 10, height: 10)).width == 0)
    #expect(a.contains(Point(x: 0, y: 9.99)) && !a.contains(Point(x: 10, y: 5)) && !a.contains(Point(x: .nan, y: 5)))
    #expect(!a.intersection(Rect(x: 50, y: 0, width: 10, height: 10)).contains(Point(x: 50, y: 5)))
    #expect(a.inset(by: 7).size == Size(width: 0, height: 0))
    #expect(a.inset(by: -3) == Rect(x: -3, y: -3, width: 16, height: 16))
    #expect(a.overlaps(Rect(x: 9, y: 9, width: 9, height: 9)) && !a.overlaps(Rect(x: 10, y: 0, width: 9, height: 9)))
    #expect(a.contains(Rect(x: 1, y: 1, width: 9, height: 9)) && !a.contains(Rect(x: 1, y: 1, width: 10, height: 9)))
    #expect(a.isFinite && !Rect(x: .nan, y: 0, width: 1, height: 1).isFinite)
    #expect(!Rect(x: 0, y: 0, width: .infinity, height: 1).isFinite)
  }
}
