/// What the server tells of a device.
package struct DeviceDescription: Equatable, Sendable {
  /// One thing that the device measures.
  package struct Axis: Equatable, Sendable {
    /// What it is said to measure.
    package enum Label: Equatable, Sendable {
      case none, pressure, other
    }

    package var number: Int
    package var label: Label
    package var range: (low: Double, high: Double)
    package var isAbsolute: Bool
    /// Where the axis is now.
    package var value: Double

    /// Takes everything as it is.
    package init(
      number: Int, label: Label, range: (low: Double, high: Double), isAbsolute: Bool, value: Double = 0
    ) {
      self.number = number
      self.label = label
      self.range = range
      self.isAbsolute = isAbsolute
      self.value = value
    }

    package static func == (first: Axis, second: Axis) -> Bool {
      (first.number, first.label, first.range.low, first.range.high) == (
        second.number, second.label, second.range.low, second.range.high
      ) && (first.isAbsolute, first.value) == (second.isAbsolute, second.value)
    }
  }

  package var number: Int
  package var name: String
  package var axes: [Axis]
  package var scrollAxes: [ScrollAxis]
  /// Whether fingers touch the screen itself.
  package var isTouchScreen: Bool

  /// Takes everything as it is.
  package init(
    number: Int, name: String, axes: [Axis] = [], scrollAxes: [ScrollAxis] = [], isTouchScreen: Bool = false
  ) {
    self.number = number
    self.name = name
    self.axes = axes
    self.scrollAxes = scrollAxes
    self.isTouchScreen = isTouchScreen
  }
}
