import Testing
import X11Host

@Suite struct ServerClockTests {
  @Test func knowsNothingBeforeTheFirstStamp() {
    #expect(ServerClock().duration(since: 5, at: .seconds(1)) == nil)
  }

  @Test func measuresFromTheSmallestDistanceSeen() {
    var clock = ServerClock()
    clock.observe(1000, at: .milliseconds(5030))
    clock.observe(1100, at: .milliseconds(5102))
    clock.observe(1200, at: .milliseconds(5250))
    #expect(clock.duration(since: 1300, at: .milliseconds(5309)) == .milliseconds(7))
    #expect(clock.duration(since: 1300, at: .microseconds(5_302_250)) == .microseconds(250))
  }

  @Test func isNeverNegative() {
    var clock = ServerClock()
    clock.observe(1000, at: .milliseconds(5000))
    #expect(clock.duration(since: 2000, at: .milliseconds(5500)) == .zero)
  }

  @Test func goesOnWhenTheStampWrapsAround() {
    var clock = ServerClock()
    clock.observe(.max - 9, at: .milliseconds(100))
    #expect(clock.duration(since: 10, at: .milliseconds(125)) == .milliseconds(5))
    clock.observe(10, at: .milliseconds(120))
    #expect(clock.newest == 10)
    #expect(clock.duration(since: 20, at: .milliseconds(131)) == .milliseconds(1))
  }

  @Test func keepsTheNewestStamp() {
    var clock = ServerClock()
    for stamp: UInt32 in [500, 700, 600, 0] { clock.observe(stamp, at: .seconds(2)) }
    #expect(clock.newest == 700)
  }

  @Test(arguments: [UInt32(1), 1 << 31, .max]) func anyDistanceBetweenTheClocksWillDo(_ stamp: UInt32) {
    var clock = ServerClock()
    clock.observe(stamp, at: .seconds(3))
    #expect(clock.duration(since: stamp &+ 100, at: .milliseconds(3104)) == .milliseconds(4))
  }
}
