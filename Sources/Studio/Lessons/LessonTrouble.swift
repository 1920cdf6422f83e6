/// Something in a lesson that cannot be shown, and what happens instead, as one line.
package struct LessonTrouble: Error, Equatable, Sendable, CustomStringConvertible {
  /// The step, counted from 1; nil: the lesson itself.
  package let step: Int?
  /// The member, such as `screen` or `drawings.seven`; empty: all of it.
  package let member: String
  package let reason: String

  /// Takes everything as it is.
  package init(step: Int? = nil, member: String = "", _ reason: String) {
    (self.step, self.member, self.reason) = (step, SafeName.text(member), SafeName.text(reason))
  }

  package var description: String {
    let place = [step.map { "step \($0)" }, member.isEmpty ? nil : member].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? reason : "\(place): \(reason)"
  }
}
