import NeuralNet

/// A network to begin with, and how it is trained.
package enum LearnPreset: String, CaseIterable, Sendable {
  case small, mlp, cnn
  case cnnDeep = "cnn-deep"
  case inkling, linear
  /// Bad on purpose.
  case overshoot
  /// What the user has typed.
  case own

  /// What stands in the list.
  var title: String {
    switch self {
    case .small: "Small convolutions"
    case .mlp: "Dense layers"
    case .cnn: "Three convolutions"
    case .cnnDeep: "Five convolutions"
    case .inkling: "The best one"
    case .linear: "No hidden layer"
    case .overshoot: "Steps far too large"
    case .own: "Your own layers"
    }
  }

  /// The second column of the list.
  var remark: String {
    switch self {
    case .small: "quick"
    case .mlp, .cnn, .cnnDeep, .inkling: rawValue
    case .linear, .overshoot: "bad on purpose"
    case .own: "typed below"
    }
  }

  /// Why somebody would choose it, in one sentence.
  var why: String {
    switch self {
    case .small: "Two convolutions with few filters: quick to train, and every filter of the first can be watched."
    case .mlp: "Dense layers on plain pixels: what a stroke looks like has to be learned anew for every place."
    case .cnn: "The same small filters look everywhere, and pooling forgives shifts: the classic for digits."
    case .cnnDeep: "More convolutions with batch normalisation: slower for each picture, but it learns more from each."
    case .inkling: "The layers of the model that Inkling brings: few values, none of them wasted."
    case .linear: "Bad on purpose: one template for each digit is all it can learn, which is why layers are hidden."
    case .overshoot: "Bad on purpose: each step is a thousand times the usual size, so it jumps over every good place."
    case .own: "Layers in order, with commas between them; the last one must give ten values."
    }
  }

  /// The layers; nil where they are typed.
  var layers: String? {
    switch self {
    case .small, .overshoot: LearnPreset.smallLayers
    case .own: nil
    case .mlp, .cnn, .cnnDeep, .inkling, .linear: Preset(rawValue: rawValue)?.spec.text
    }
  }

  /// The size of the first steps.
  var learningRate: Float { self == .overshoot ? 1 : 0.001 }

  /// What the names of models begin with that it is kept as.
  var modelTitle: String { self == .own ? "custom" : rawValue }

  /// The preset of these layers and steps; what the user has typed where there is none.
  init(layers: String, learningRate: Float) {
    self = LearnPreset.allCases.first { $0.layers == layers && $0.learningRate == learningRate } ?? .own
  }

  private static let smallLayers = "conv 16 5, relu, pool 2, conv 32 5, relu, pool 2, flatten, dense 10"
}
