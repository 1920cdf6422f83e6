import Graphics
import Testing
import Toolkit
import X11Host

@Suite struct DeviceTests {
  private typealias Axis = DeviceDescription.Axis

  private func pressureAxis(_ number: Int = 4, label: Axis.Label = .pressure, value: Double = 0) -> Axis {
    Axis(number: number, label: label, range: (0, 2047), isAbsolute: true, value: value)
  }

  private func device(_ name: String, _ axes: [Axis] = [], isTouchScreen: Bool = false) -> Device {
    Device(DeviceDescription(number: 9, name: name, axes: axes, isTouchScreen: isTouchScreen))
  }

  @Test func nameAndAxesTellTheTool() {
    #expect(device("USB Optical Mouse").tool == .mouse)
    #expect(device("Wacom Intuos Pro M Pen stylus", [pressureAxis()]).tool == .pen)
    #expect(device("Wacom Intuos Pro M Pen eraser", [pressureAxis()]).tool == .eraser)
    #expect(device("Wacom Intuos Pro M ERASER").tool == .eraser)
    #expect(device("Wacom Intuos Pro M Finger touch", [pressureAxis()], isTouchScreen: true).tool == .finger)
    #expect(device("ELAN Touchscreen", isTouchScreen: true).tool == .finger)
    #expect(device("SynPS/2 Synaptics TouchPad", [pressureAxis()]).tool == .mouse)
  }

  @Test func anUnnamedThirdAxisIsPressure() {
    #expect(device("Tablet", [pressureAxis(2, label: .none)]).tool == .pen)
    #expect(device("Tablet", [pressureAxis(1, label: .none)]).tool == .mouse)
    #expect(device("Tablet", [pressureAxis(2, label: .other)]).tool == .mouse)
  }

  @Test func axesWithoutARangeAreNoPressure() {
    let relative = Axis(number: 2, label: .none, range: (-1, -1), isAbsolute: false)
    let flat = Axis(number: 4, label: .pressure, range: (0, 0), isAbsolute: true)
    #expect(device("Mouse", [relative, flat]).tool == .mouse)
  }

  @Test func pressureGoesFromZeroToOne() {
    var pen = device("Pen", [Axis(number: 4, label: .pressure, range: (-100, 300), isAbsolute: true, value: 100)])
    #expect(pen.strokePressure == 0.5)
    for (value, share) in [(-100, 0), (300, 1), (200, 0.75), (9999, 1), (-9999, 0), (.nan, 0)] {
      #expect(pen.set(axis: 4, to: value) == .zero)
      #expect(pen.strokePressure == share)
    }
    #expect(pen.set(axis: 0, to: 7) == .zero)
    #expect(pen.strokePressure == 0)
  }

  @Test func fingersHaveNoPressureForStrokes() {
    #expect(device("Touchscreen", [pressureAxis(value: 900)], isTouchScreen: true).strokePressure == nil)
  }

  @Test func scrollAxesCountNotches() {
    let axes = [
      ScrollAxis(number: 2, isHorizontal: true, increment: 120, last: 0),
      ScrollAxis(number: 3, isHorizontal: false, increment: -15, last: 30),
    ]
    var wheel = Device(DeviceDescription(number: 1, name: "Wheel", scrollAxes: axes))
    #expect(wheel.set(axis: 2, to: 15) == Point(x: 0.125, y: 0))
    #expect(wheel.set(axis: 3, to: 60) == Point(x: 0, y: -2))
    #expect(wheel.set(axis: 3, to: 52.5) == Point(x: 0, y: 0.5))
  }
}
