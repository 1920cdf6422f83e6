extension String {
  /// The text as the beginning of a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
