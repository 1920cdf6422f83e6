import Glibc

/// How numbers are written, with '.' as decimal mark and a true minus.
public enum NumberText {
  /// What stands for a value that does not exist.
  public static let none = "–"

  /// A count with ',' between groups of three.
  public static func grouped(_ count: Int) -> String {
    var text = ""
    for (index, digit) in String(count.magnitude).reversed().enumerated() {
      if index > 0 && index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (count < 0 ? "−" : "") + String(text.reversed())
  }

  /// A count in at most four signs where there is little room: "999", "1.1k", "12k", "3.4M".
  public static func short(_ count: Int) -> String {
    var (value, unit) = (Double(count.magnitude), "")
    for larger in ["k", "M", "G", "T", "P", "E"] where value >= 999.5 { (value, unit) = (value / 1000, larger) }
    let text = plain(value, unit.isEmpty || value >= 9.95 ? 0 : 1)
    return (count < 0 ? "−" : "") + text + unit
  }

  /// A number with a fixed count of decimals, rounded as `printf` rounds.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return none }
    let text = plain(value, decimals)
    guard text.hasPrefix("-") else { return text }
    // "−0.0" says nothing that "0.0" does not.
    return text.contains { "123456789".contains($0) } ? "−" + text.dropFirst() : String(text.dropFirst())
  }

  /// A share 0…1 as a percentage without its sign; 98.29 for 0.9829 with two decimals.
  public static func percent(_ share: Double, _ decimals: Int = 1) -> String { fixed(share * 100, decimals) }

  /// The probability of an answer as a percentage without its sign; never "100.0".
  public static func answered(_ share: Double, _ decimals: Int = 1) -> String {
    let text = percent(share, decimals)
    return text.hasPrefix("100") ? "> " + fixed(100 - pow(10, -Double(decimals)), decimals) : text
  }

  /// The probability of an answer as a percentage with its sign.
  public static func probability(_ share: Double) -> String { answered(share) + " %" }

  /// "1 picture", "2,000 pictures".
  public static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// A number with a plain minus, as files and terminals have it.
  public static func plain(_ value: Double, _ decimals: Int) -> String {
    withVaList([Int32(decimals), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400)
      let length = Int(vsnprintf(&buffer, buffer.count, "%.*f", arguments))
      return String(decoding: buffer.prefix(max(0, min(length, buffer.count - 1))).map(UInt8.init), as: UTF8.self)
    }
  }
}
