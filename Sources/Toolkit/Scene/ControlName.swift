/// The stable name of a control, such as `clear` or `tab.performance`: scripts rely on it.
public struct ControlName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  public var description: String { rawValue }

  /// The name of a part, such as the seventh row of a table.
  public func part(_ name: some CustomStringConvertible) -> ControlName {
    ControlName(rawValue: "\(rawValue).\(name)")
  }
}
