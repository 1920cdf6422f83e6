import Recognition

/// The pictures on the way from the ink to what the network sees.
enum PipelineStage: CaseIterable {
  case ink, box, margin, center, pen

  /// What stands below it.
  var title: String {
    switch self {
    case .ink: "Ink"
    case .box: "Fit the box"
    case .margin: "Scale to 20"
    case .center: "Centre of mass"
    case .pen: "Pen of 2.8 px"
    }
  }

  /// What stands below it where there is little room.
  var shortTitle: String {
    switch self {
    case .ink: "Ink"
    case .box: "Box"
    case .margin: "Scale"
    case .center: "Centre"
    case .pen: "Pen"
    }
  }

  /// The step that can be left out, and its name.
  var step: (step: Preprocessor.Steps, name: String)? {
    switch self {
    case .ink: nil
    case .box: Preprocessor.Steps.named[0]
    case .margin: Preprocessor.Steps.named[1]
    case .center: Preprocessor.Steps.named[2]
    case .pen: Preprocessor.Steps.named[3]
    }
  }

  /// What the step does, and what happens without it.
  var hint: String {
    switch self {
    case .ink: ""
    case .box: "The ink is cut out; without it, the whole canvas is the box"
    case .margin: "The longer side becomes 20 pixels; without it, all 28"
    case .center: "The centre of mass moves to the middle; without it, the middle of the box"
    case .pen: "Drawn anew with a pen of 2.8 pixels, as in training; without it, with the pen on screen"
    }
  }
}
