/// Where JSON is not what it should be.
struct JSONError: Error, CustomStringConvertible {
  /// What is wrong.
  enum Problem {
    case expected(String)
    case duplicate(key: String)
  }

  /// Bytes before the place.
  let offset: Int
  let problem: Problem

  var description: String {
    switch problem {
    case .expected(let what): "expected \(what) at byte \(offset)"
    case .duplicate(let key): "'\(SpecError.excerpt(key))' stands twice"
    }
  }
}
