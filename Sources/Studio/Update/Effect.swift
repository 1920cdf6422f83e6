/// What has to happen outside of the state.
package enum Effect: Equatable {
  /// Ask the network about the drawing as it is now.
  case recognise
  /// New ink at the end of the stroke that is being drawn: it is drawn and saved by itself.
  case inkBegan, inkGrew, inkEnded
  /// The ink has changed elsewhere than at its end.
  case inkChanged
  /// Strokes have gone, and nothing else has changed.
  case inkErased
  case loadModel(String)
  case listFiles(directory: String, request: Int)
  case examineFile(path: String, request: Int)
  case open(path: String)
  case save(path: String)
  case export(ExportItem, path: String)
  case copy
  case copyText(String)
  case paste
  /// Read what the files of a model say.
  case readFindings(directory: String)
  /// Ask the network about the test digits, which are downloaded before where `fetches`; or stop that.
  case testDigits(run: Int, directory: String, fetches: Bool)
  case stopDigits
  /// Put a test digit under the ink.
  case putOnCanvas(digit: Int)
  /// Measure how long an answer takes.
  case timeAnswer
  case image(ImageEffect)
  case compare(CompareEffect)
  /// Read the card of a model.
  case readCard(directory: String)
  /// Make the network ready to be looked into.
  case lookInside(directory: String)
  /// Save the pictures of the pipeline.
  case exportStages(path: String)
  case saveSettings
  case setFullscreen(Bool)
  case close
  case batch(BatchEffect)
  case learn(LearnEffect)
  case lessons(LessonsEffect)
  case teach(TeachEffect)
}
