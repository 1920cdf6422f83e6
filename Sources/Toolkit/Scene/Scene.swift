import Graphics

/// Everything on the screen, from behind to front.
public struct Scene {
  public private(set) var elements: [Element] = []
  /// Elements from here on are a layer of their own: nothing behind it is pressed or focused.
  public private(set) var modalStart: Int?

  /// An empty scene.
  public init() {}

  /// Puts an element in front of the others; names are unique.
  public mutating func add(_ element: Element) { elements.append(element) }

  /// Puts elements in front of the others.
  public mutating func add(_ elements: some Sequence<Element>) { self.elements += elements }

  /// What is added from now on covers the rest.
  public mutating func beginModal() { modalStart = elements.count }

  /// The elements that can be pressed and focused now.
  var activeElements: ArraySlice<Element> { elements[(modalStart ?? 0)...] }

  /// The front-most element that stops the pointer at a place.
  func element(at point: Point) -> Element? {
    activeElements.last { $0.stopsPointer && $0.visibleFrame.contains(point) }
  }

  /// The front-most element of a name.
  public subscript(name: ControlName) -> Element? { elements.last { $0.name == name } }

  /// The element of a name, if it can be pressed and focused now.
  func active(_ name: ControlName) -> Element? { activeElements.last { $0.name == name } }

  /// One line for each element, for tests and for eyes: name, place, what it says.
  public var dump: String {
    elements.map { element in
      let frame = element.frame
      let numbers = [frame.x, frame.y, frame.width, frame.height].map { "\(Int($0.rounded()))" }.joined(separator: " ")
      let text = element.look.text
      return "\(element.name) [\(numbers)]" + (element.isEnabled ? "" : " disabled") + (text.isEmpty ? "" : " \(text)")
    }.joined(separator: "\n")
  }
}
