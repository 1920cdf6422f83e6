import CX11

/// Reads what the input extension tells of devices.
@MainActor
struct DeviceReader {
  let connection: Connection

  /// All pointing devices that are switched on, or one of them.
  func devices(_ number: Int32 = XIAllDevices) -> [DeviceDescription] {
    var count: Int32 = 0
    guard let infos = XIQueryDevice(connection.display, number, &count) else { return [] }
    defer { XIFreeDeviceInfo(infos) }
    return UnsafeBufferPointer(start: infos, count: Int(count)).compactMap { info in
      let isUsable = info.enabled != 0 && (info.use == XISlavePointer || info.use == XIFloatingSlave)
      return isUsable ? describe(info) : nil
    }
  }

  private func describe(_ info: XIDeviceInfo) -> DeviceDescription {
    describe(
      Int(info.deviceid), name: info.name.map { String(cString: $0) } ?? "",
      classes: UnsafeBufferPointer(start: info.classes, count: Int(max(0, info.num_classes))))
  }

  /// What the parts of a device say.
  func describe(
    _ number: Int, name: String, classes: UnsafeBufferPointer<UnsafeMutablePointer<XIAnyClassInfo>?>
  ) -> DeviceDescription {
    var description = DeviceDescription(number: number, name: name)
    for case let item? in classes { add(UnsafeRawPointer(item), to: &description) }
    // Scroll axes are listed apart from where they stand.
    for index in description.scrollAxes.indices {
      let number = description.scrollAxes[index].number
      description.scrollAxes[index].last = description.axes.first { $0.number == number }?.value
    }
    return description
  }

  private func add(_ item: UnsafeRawPointer, to description: inout DeviceDescription) {
    switch item.load(as: XIAnyClassInfo.self).type {
    case XIValuatorClass: description.axes.append(axis(item.load(as: XIValuatorClassInfo.self)))
    case XIScrollClass: description.scrollAxes.append(scrollAxis(item.load(as: XIScrollClassInfo.self)))
    case XITouchClass:
      if item.load(as: XITouchClassInfo.self).mode == XIDirectTouch { description.isTouchScreen = true }
    default: break
    }
  }

  private func axis(_ info: XIValuatorClassInfo) -> DeviceDescription.Axis {
    let pressures = [connection.atoms[.pressure], connection.atoms[.touchPressure]]
    return DeviceDescription.Axis(
      number: Int(info.number),
      label: info.label == 0 ? .none : pressures.contains(info.label) ? .pressure : .other,
      range: (info.min, info.max), isAbsolute: info.mode == XIModeAbsolute, value: info.value)
  }

  private func scrollAxis(_ info: XIScrollClassInfo) -> ScrollAxis {
    ScrollAxis(
      number: Int(info.number), isHorizontal: info.scroll_type == XIScrollTypeHorizontal, increment: info.increment)
  }
}
