package import Toolkit

/// A line that can be typed in on the learn screen.
package enum LearnField: String, CaseIterable, Sendable {
  case layers, epochs, seed, rate, patience, target, seconds

  /// What stands beside it.
  var title: String {
    switch self {
    case .layers: "Layers"
    case .epochs: "Epochs"
    case .seed: "Seed"
    case .rate: "Step size"
    case .patience: "Patience"
    case .target: "Target, %"
    case .seconds: "Seconds"
    }
  }

  /// What a tooltip says.
  var hint: String {
    switch self {
    case .layers: "Layers in order, such as conv 8 5, relu, pool 2, flatten, dense 10"
    case .epochs: "Rounds over all training digits"
    case .seed: "The same seed gives the same network on the same computer"
    case .rate: "The learning rate: how far each batch moves the weights"
    case .patience: "Stops after so many epochs without a better validation loss"
    case .target: "Stops when so many per cent of the validation digits are read right; may be empty"
    case .seconds: "Stops after this time of training; may be empty"
    }
  }

  /// Shown while nothing is typed.
  var placeholder: String {
    switch self {
    case .target, .seconds: "none"
    case .layers: "conv 8 5, relu, …"
    default: ""
    }
  }

  /// The name of its element.
  package var control: ControlName { ControlName(rawValue: "learn.\(rawValue)") }

  /// The field of a name.
  init?(_ name: ControlName?) {
    guard let name, let field = LearnField.allCases.first(where: { $0.control == name }) else { return nil }
    self = field
  }
}
