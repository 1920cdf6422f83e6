/// Where a user's files of one kind are, by the rules of XDG.
package enum UserDirectory {
  /// The value of `variable`, else `fallback` in the home directory, with `inkling` behind it; nil when there is no home.
  ///
  /// A relative path does not count: the rules call it invalid.
  package static func path(_ variable: String, else fallback: String, in environment: [String: String]) -> String? {
    if let base = environment[variable], base.hasPrefix("/") { return base + "/inkling" }
    if let home = environment["HOME"], home.hasPrefix("/") { return "\(home)/\(fallback)/inkling" }
    return nil
  }
}
