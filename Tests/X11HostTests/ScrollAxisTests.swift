import Testing
import X11Host

@Suite struct ScrollAxisTests {
  @Test func theFirstTickCountsWhereTheAxisIsKnown() {
    var axis = ScrollAxis(number: 3, isHorizontal: false, increment: 120, last: 600)
    #expect(axis.move(to: 720) == 1)
    #expect(axis.move(to: 660) == -0.5)
    #expect(axis.last == 660)
  }

  @Test func anUnknownPlaceIsLearntFirst() {
    var axis = ScrollAxis(number: 3, isHorizontal: false, increment: 120)
    #expect(axis.move(to: 5000) == 0)
    #expect(axis.move(to: 5120) == 1)
  }

  @Test(arguments: [1e9, -1e9, .infinity, .nan]) func jumpsOfTheCounterAreNoMovement(value: Double) {
    var axis = ScrollAxis(number: 3, isHorizontal: false, increment: 120, last: 0)
    #expect(axis.move(to: value) == 0)
  }

  @Test func anIncrementOfNothingScrollsNothing() {
    var axis = ScrollAxis(number: 3, isHorizontal: false, increment: 0, last: 0)
    #expect(axis.move(to: 10) == 0)
  }
}
