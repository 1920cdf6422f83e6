/// Numbers as text and back, with '.' as decimal mark in every locale.
package enum DecimalText {
  /// The number that `text` writes; nil for anything else, such as `1,5`, `nan` or `0x10`.
  package static func value(of text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// `value` with a fixed number of decimals, at most nine.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value.isNaN ? "nan" : "\(value)" }
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = Int((abs(value) * Double(power)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % power)
    return "\(sign)\(scaled / power).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  /// A share as per cent with a fixed number of decimals, without the sign.
  package static func percent(_ share: Double, _ decimals: Int = 2) -> String { fixed(share * 100, decimals) }

  /// A whole number with commas between groups of three digits.
  package static func grouped(_ value: Int) -> String {
    var text = ""
    for (place, digit) in String(value.magnitude).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + String(text.reversed())
  }

  /// A time in the units people read, such as `8.4 s`, `3:07` or `1:02:45`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "?" }
    if seconds < 59.95 { return fixed(seconds, 1) + " s" }
    let whole = Int(seconds.rounded())
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if whole < 3600 { return "\(whole / 60):\(two(whole % 60))" }
    return "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }
}
