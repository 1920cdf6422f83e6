/// A press of a control that was not released yet.
struct Press: Equatable {
  var name: ControlName
  var device: Int
  var tool: PointerEvent.Tool

  /// Whether it follows the device of `event`: its own, or any mouse where it is one, since mice share one pointer.
  func follows(_ event: PointerEvent) -> Bool {
    event.device == device || tool == .mouse && event.tool == .mouse
  }
}

/// What a device draws, from the first button that goes down on a paper to the last that goes up.
struct PaperStroke: Equatable {
  var paper: ControlName
  var buttons: Set<PointerEvent.Button>
}

/// An element that was told that the pointer is over it, and is to be told when it is no longer.
struct Visit: Equatable {
  var name: ControlName
  var isPaper: Bool
}
