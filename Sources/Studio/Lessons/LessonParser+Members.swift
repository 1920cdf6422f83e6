import JSONText

extension LessonParser {
  /// Names something that is wrong.
  mutating func report(_ member: String, _ reason: String) {
    guard troubles.count < LessonParser.mostTroubles else { return }
    troubles.append(LessonTrouble(step: step, member: member, reason))
  }

  /// The value of a member; nil where it is missing, `null` or not what it should be, which is reported.
  mutating func value<Value>(
    _ key: String, _ members: [String: String], of object: String = "",
    _ read: (inout JSONReader) throws(JSONError) -> Value
  ) -> Value? {
    guard let json = members[key], json != "null" else { return nil }
    var reader = JSONReader(Array(json.utf8))
    do throws(JSONError) {
      return try read(&reader)
    } catch {
      report(object.isEmpty ? key : "\(object).\(key)", "\(error.reason); it means nothing")
      return nil
    }
  }

  /// The text of a member, fit to be shown and cut where it is too long.
  mutating func text(
    _ key: String, _ members: [String: String], of object: String = "", longest: Int = longestText
  ) -> String? {
    guard
      let text = value(key, members, of: object, { (reader) throws(JSONError) in try reader.string() })
    else { return nil }
    guard text.unicodeScalars.count > longest else { return SafeName.text(text) }
    report(key, "it is longer than \(longest) characters; it is cut")
    return SafeName.text(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))))
  }

  /// The whole number of a member, if it is in a range.
  mutating func whole(
    _ key: String, _ members: [String: String], of object: String = "", in range: ClosedRange<Int>
  ) -> Int? {
    value(key, members, of: object) { (reader) throws(JSONError) in
      let number = try reader.count()
      guard range.contains(number) else {
        let most = range.upperBound == Int.max ? "or more" : "to \(range.upperBound)"
        throw reader.failure("a whole number from \(range.lowerBound) \(most)")
      }
      return number
    }
  }

  /// Whether a member is true or false.
  mutating func flag(_ key: String, _ members: [String: String]) -> Bool? {
    guard let json = members[key], json != "null" else { return nil }
    if json == "true" || json == "false" { return json == "true" }
    report(key, "expected true or false; it means nothing")
    return nil
  }

  /// The names in the list of a member.
  mutating func list(_ key: String, _ members: [String: String]) -> [String]? {
    value(key, members) { (reader) throws(JSONError) in
      var names: [String] = []
      try reader.array { (reader) throws(JSONError) in
        let name = try reader.string()
        guard names.count < 20 else { throw reader.failure("at most 20 names") }
        names.append(SafeName.text(String(name.prefix(LessonParser.longestText))))
      }
      return names
    }
  }
}

extension JSONError {
  /// What is wrong, without the place in a part of a file.
  fileprivate var reason: String {
    switch problem {
    case .expected(let what): "expected \(what)"
    case .duplicate(let key): "'\(Excerpt.of(key))' stands twice"
    }
  }
}
