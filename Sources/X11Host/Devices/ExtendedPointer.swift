import CX11
import Glibc
import Graphics
import Toolkit

/// Understands the events of the input extension: which device, pressure, fingers, parts of a notch.
@MainActor
final class ExtendedPointer {
  /// The extension's number in events.
  let extensionNumber: Int32
  private let reader: DeviceReader
  private var devices: [Int: Device] = [:]

  /// What an event means before the rules of strokes.
  struct Reading {
    var sample: PointerSample?
    var scroll: ScrollEvent?
    /// Devices that were switched off or pulled out.
    var goneDevices: [Int] = []
  }

  /// Has `window` hear of devices; nil where the server's extension is older than touch, or is not wanted.
  init?(for window: TopLevelWindow) {
    let display = window.display
    var (number, firstEvent, firstError): (Int32, Int32, Int32) = (0, 0, 0)
    var (major, minor): (Int32, Int32) = (2, 2)
    guard getenv("INKLING_NO_XI2").map({ String(cString: $0) }) != "1",
      XQueryExtension(display, "XInputExtension", &number, &firstEvent, &firstError) != 0,
      XIQueryVersion(display, &major, &minor) == Success, (major, minor) >= (2, 2)
    else { return nil }
    extensionNumber = number
    reader = DeviceReader(connection: window.connection)
    select(on: window)
    readDevices()
  }

  private func select(on window: TopLevelWindow) {
    let pointing = [
      XI_Motion, XI_ButtonPress, XI_ButtonRelease, XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd, XI_Enter, XI_Leave,
      XI_DeviceChanged,
    ]
    // Which devices there are is told only to those who ask about all of them.
    for (devices, events) in [(XIAllMasterDevices, pointing), (XIAllDevices, [XI_HierarchyChanged])] {
      var bits = [UInt8](repeating: 0, count: Int(XI_LASTEVENT) / 8 + 1)
      for event in events { bits[Int(event) / 8] |= 1 << (event % 8) }
      let count = Int32(bits.count)
      bits.withUnsafeMutableBufferPointer { bits in
        var mask = XIEventMask(deviceid: devices, mask_len: count, mask: bits.baseAddress)
        _ = XISelectEvents(window.display, window.id, &mask, 1)
      }
    }
  }

  private func readDevices() {
    devices = Dictionary(reader.devices().map { ($0.number, Device($0)) }) { first, _ in first }
  }

  private func readDevice(_ number: Int) {
    devices[number] = reader.devices(Int32(number)).first.map(Device.init)
  }

  /// Understands the event that `data` of kind `kind` holds.
  func read(_ data: UnsafeRawPointer, kind: Int32) -> Reading {
    switch kind {
    case XI_Motion, XI_ButtonPress, XI_ButtonRelease, XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd:
      return read(data.load(as: XIDeviceEvent.self))
    case XI_Enter, XI_Leave: return read(data.load(as: XIEnterEvent.self))
    case XI_DeviceChanged: readChange(data.load(as: XIDeviceChangedEvent.self))
    case XI_HierarchyChanged: return readHierarchy()
    default: break
    }
    return Reading()
  }

  /// Another device moves the pointer now, or has got other axes: the event itself says where they stand.
  private func readChange(_ event: XIDeviceChangedEvent) {
    let source = Int(event.sourceid)
    guard let name = devices[source]?.name else { return readDevice(source) }
    let classes = UnsafeBufferPointer(start: event.classes, count: Int(max(0, event.num_classes)))
    devices[source] = Device(reader.describe(source, name: name, classes: classes))
  }

  private func readHierarchy() -> Reading {
    let before = Set(devices.keys)
    readDevices()
    return Reading(goneDevices: before.subtracting(devices.keys).sorted())
  }

  private func read(_ event: XIDeviceEvent) -> Reading {
    let source = Int(event.sourceid)
    if devices[source] == nil { readDevice(source) }
    let notches = takeAxes(event.valuators, of: source)
    let isTouch = ExtendedPointer.touches.contains(event.evtype)
    var sample = sample(action(of: event), x: event.event_x, y: event.event_y, source: source, time: event.time)
    sample.modifiers = Modifiers(state: UInt32(bitPattern: event.mods.effective))
    sample.holdsButton = event.buttons.hasAny
    if isTouch { (sample.tool, sample.pressure) = (.finger, nil) }
    var reading = Reading()
    // Scrolling and fingers pretend to be buttons and a mouse as well, for those who know no better.
    if isTouch || event.flags & XIPointerEmulated == 0 { reading.sample = sample }
    if notches != .zero {
      reading.scroll = ScrollEvent(sample, notches: notches)
    }
    return reading
  }

  private static let touches = [XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd]

  private func read(_ event: XIEnterEvent) -> Reading {
    let source = Int(event.sourceid)
    guard event.detail != XINotifyInferior else { return Reading() }
    let isEnter = event.evtype == XI_Enter
    // The wheel may have been turned over another window: what it counted there is not for this one.
    if isEnter, devices[source]?.scrollAxes.isEmpty == false { readDevice(source) }
    let isGrab = event.mode == XINotifyGrab || event.mode == XINotifyPassiveGrab
    var sample = sample(
      isEnter ? .entered : .left(byGrab: isGrab), x: event.event_x, y: event.event_y, source: source, time: event.time)
    sample.modifiers = Modifiers(state: UInt32(bitPattern: event.mods.effective))
    return Reading(sample: sample)
  }

  private func sample(
    _ action: PointerSample.Action, x: Double, y: Double, source: Int, time: Time
  ) -> PointerSample {
    PointerSample(
      action, at: Point(x: x, y: y), device: source, tool: devices[source]?.tool ?? .mouse,
      pressure: devices[source]?.strokePressure, milliseconds: UInt32(truncatingIfNeeded: time))
  }

  private func action(of event: XIDeviceEvent) -> PointerSample.Action {
    let detail = Int(event.detail)
    switch event.evtype {
    case XI_ButtonPress: return .pressed(detail)
    case XI_ButtonRelease: return .released(detail)
    case XI_TouchBegin: return .touchBegan(detail)
    case XI_TouchUpdate: return .touchMoved(detail)
    case XI_TouchEnd: return .touchEnded(detail)
    default: return .moved
    }
  }

  /// Takes the axes that came with an event: only those in the mask have a value, one after the other.
  private func takeAxes(_ valuators: XIValuatorState, of source: Int) -> Point {
    var scroll = Point.zero
    guard devices[source] != nil, let mask = valuators.mask, let values = valuators.values else { return scroll }
    var next = 0
    for axis in 0..<Int(max(0, valuators.mask_len)) * 8 where mask[axis / 8] & 1 << (axis % 8) != 0 {
      if let notches = devices[source]?.set(axis: axis, to: values[next]) {
        scroll.x += notches.x
        scroll.y += notches.y
      }
      next += 1
    }
    return scroll
  }
}

extension XIButtonState {
  /// Whether any button is down.
  fileprivate var hasAny: Bool {
    guard let mask else { return false }
    return UnsafeBufferPointer(start: mask, count: Int(max(0, mask_len))).contains { $0 != 0 }
  }
}
