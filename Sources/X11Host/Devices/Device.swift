package import Graphics
package import Toolkit

/// A pointing device: what it is, and where its axes are.
package struct Device: Equatable, Sendable {
  package let number: Int
  package let name: String
  package let tool: PointerEvent.Tool
  /// 0…1; nil where the device has no such axis.
  package private(set) var pressure: Double?
  package private(set) var scrollAxes: [ScrollAxis]
  private let pressureAxis: DeviceDescription.Axis?

  /// Finds out what kind of device it is.
  package init(_ description: DeviceDescription) {
    (number, name) = (description.number, description.name)
    pressureAxis = description.pressureAxis
    tool = description.tool(hasPressure: pressureAxis != nil)
    scrollAxes = description.scrollAxes
    if let pressureAxis { pressure = Device.share(pressureAxis.value, of: pressureAxis.range) }
  }

  /// The pressure where it is that of a hand on a pen, rather than of a finger on glass.
  package var strokePressure: Double? { tool == .pen || tool == .eraser ? pressure : nil }

  /// Takes the new value of an axis and returns notches to the right and down.
  package mutating func set(axis: Int, to value: Double) -> Point {
    if let pressureAxis, pressureAxis.number == axis { pressure = Device.share(value, of: pressureAxis.range) }
    var notches = Point.zero
    for index in scrollAxes.indices where scrollAxes[index].number == axis {
      let step = scrollAxes[index].move(to: value)
      if scrollAxes[index].isHorizontal { notches.x += step } else { notches.y += step }
    }
    return notches
  }

  private static func share(_ value: Double, of range: (low: Double, high: Double)) -> Double {
    let share = (value - range.low) / (range.high - range.low)
    return share.isFinite ? min(1, max(0, share)) : 0
  }
}

extension DeviceDescription {
  /// The axis that measures pressure: by its label, or the third of a device that labels nothing.
  fileprivate var pressureAxis: Axis? {
    let candidates = axes.filter { $0.isAbsolute && $0.range.high > $0.range.low }
    return candidates.first { $0.label == .pressure } ?? candidates.first { $0.label == .none && $0.number == 2 }
  }

  /// Only the name tells an eraser from a pen, and the hand from a pen where both measure pressure.
  fileprivate func tool(hasPressure: Bool) -> PointerEvent.Tool {
    let name = name.lowercased()
    if name.contains("eraser") { return .eraser }
    let isHand = name.contains("touch") || name.contains("finger")
    if hasPressure && !isHand { return .pen }
    return isTouchScreen ? .finger : .mouse
  }
}
