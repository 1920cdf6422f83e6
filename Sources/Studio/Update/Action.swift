package import Graphics
package import Ink
package import Toolkit

/// Everything that can happen to the state.
package enum Action: Equatable {
  case ink(InkAction)
  /// A button was pressed.
  case control(ControlName)
  /// A value was dragged.
  case value(ControlName, Double)
  case key(KeyEvent, focus: ControlName?)
  case dismiss
  /// The pointer is over a pixel of the 28×28 picture: column and row.
  case pixel(SIMD2<Int>?)
  case scrolled(ControlName?, ScrollEvent)
  case settings(HostSettings)
  case resized(PixelSize)
  case dragging(Bool)
  case delivered(Delivery)

  // What effects come back with.
  case read(Reading)
  case modelLoaded(ModelFacts)
  case modelFailed(name: String, reason: String)
  case modelsFound([ModelEntry])
  case restored(Drawing)
  case opened(Drawing, from: String)
  case placed(PlacedImage)
  case pictureFailed(String)
  case saved(path: String)
  case notice(Notice?)
  case saveProblem(String?)
  case listed(Result<DirectoryListing, FileTrouble>, request: Int)
  case examined(PathKind, path: String, request: Int)
  case pressedFile(Point, now: Duration)
  case draggedFile(Point)
  case hoveredFile(Point?)
  /// The pointer is held over the name in the file chooser, at a character; a press begins a selection.
  case pointedAtName(Int, isPress: Bool)
  case recent([String])
  case measured(recognise: Duration?, screen: Duration?)
  case openPath(String)
  case performance(PerformanceAction)
  /// The menu was asked for with the right button.
  case menu(Point)
  /// The drawing is what is in this file.
  case named(String)
  /// What takes so long that it is told.
  case busy(String?)
  case batch(BatchAction)
  case image(ImageAction)
  case compare(CompareAction)
  case about(AboutAction)
  case inside(InsideAction)
  case why(WhyAction)
  case time(TimeAction)
  case number(NumberAction)
  case learn(LearnAction)
  case lessons(LessonsAction)
  case teach(TeachAction)
}
