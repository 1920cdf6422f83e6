import Graphics
import Toolkit

/// Elements one below the other, as far as there is room.
struct PanelColumn {
  let x: Double
  var y: Double
  let width: Double
  /// What does not end above it is left out.
  let limit: Double
  private(set) var elements: [Element] = []

  /// A column in `rect`.
  init(in rect: Rect) { (x, y, width, limit) = (rect.x, rect.y, rect.width, rect.maxY) }

  /// Whether a row of a height would be seen.
  func hasRoom(for height: Double) -> Bool { y + height <= limit + 0.01 }

  /// Where a row of a height would lie.
  func place(_ height: Double) -> Rect { Rect(x: x, y: y, width: width, height: height) }

  /// Adds a row, as wide as the column unless said otherwise.
  mutating func add(
    _ name: ControlName, _ height: Double, _ look: any Look, width: Double? = nil, role: Role = .decoration,
    hint: String = ""
  ) {
    guard hasRoom(for: height) else { return }
    let frame = Rect(x: x, y: y, width: width ?? self.width, height: height)
    elements.append(
      Element(name, frame, look, role: role, hint: hint, cursor: role == .decoration ? .arrow : .hand))
    y += height
  }

  /// Adds an element at a place of its own.
  mutating func add(_ element: Element) { elements.append(element) }

  /// Adds a fact that leads to the pictures behind it.
  mutating func addLink(_ name: ControlName, _ height: Double, _ fact: FactLook, hint: String) {
    guard hasRoom(for: height) else { return }
    elements.append(
      Element(
        name, Rect(x: x, y: y, width: width, height: height).inset(left: -LinkLook.margin, right: -LinkLook.margin),
        LinkLook(fact: fact), role: .button,
        hint: hint, cursor: .hand))
    y += height
  }

  /// Adds rows of facts, closer together where there is less room.
  mutating func add(_ facts: [(String, String)], named name: String, height: Double = 30) {
    let height = max(18, min(height, ((limit - y) / Double(max(1, facts.count))).rounded(.down)))
    for (index, fact) in facts.enumerated() {
      add(
        ControlName(rawValue: "\(name).\(index)"), height,
        FactLook(label: fact.0, value: fact.1, hasLine: index < facts.count - 1))
    }
  }

  /// Leaves room.
  mutating func gap(_ height: Double) { y += height }
}
