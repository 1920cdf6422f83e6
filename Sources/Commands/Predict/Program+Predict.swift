extension Program {
  /// `inkling-predict`: recognises digits without a window.
  public static let predict = Program(
    "inkling-predict", .single(Command(syntax: PredictCommand.syntax, run: PredictCommand.run)))
}
