/// Where JSON is not what it should be.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  package enum Problem: Equatable, Sendable {
    case expected(String)
    case duplicate(key: String)
  }

  /// Bytes before the place.
  package let offset: Int
  /// What is wrong there.
  package let problem: Problem

  /// `problem` behind the first `offset` bytes.
  package init(offset: Int, problem: Problem) {
    self.offset = offset
    self.problem = problem
  }

  /// The problem in words, with the place where that helps.
  package var description: String {
    switch problem {
    case .expected(let what): "expected \(what) at byte \(offset)"
    case .duplicate(let key): "'\(Excerpt.of(key))' stands twice"
    }
  }
}
