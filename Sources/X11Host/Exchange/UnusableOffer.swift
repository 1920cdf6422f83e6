/// What to say of an offer that holds nothing that can be taken.
package enum UnusableOffer {
  /// `names` are the types that were offered.
  package static func reason(names: String) -> String {
    names.isEmpty
      ? "there is nothing in it"
      : "it holds \(names); pictures as PNG or JPEG, files and text can be taken"
  }
}
