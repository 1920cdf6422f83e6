/// The networks that have a name.
public enum Preset: String, CaseIterable, Sendable {
  /// No hidden layer.
  case linear
  /// Four hidden layers on plain pixels.
  case mlp
  /// Three convolutions, each followed by a pool, then two hidden layers.
  case cnn
  /// Five convolutions with batch normalisation and a global average.
  case cnnDeep = "cnn-deep"
  /// The best one: small and quick, with a picture's 160 features before the last layer.
  case inkling

  /// The network.
  public var spec: ModelSpec {
    do {
      return try ModelSpec(text: text)
    } catch {
      preconditionFailure("preset \(rawValue): \(error)")
    }
  }

  /// The network in the text form.
  public var text: String {
    switch self {
    case .linear: "flatten, dense 10"
    case .mlp:
      """
      flatten, dense 512, relu, bn, dropout .3, dense 256, relu, bn, dropout .3
      dense 128, relu, bn, dropout .2, dense 64, relu, bn, dropout .2, dense 10
      """
    case .cnn:
      """
      conv 32 3, relu, pool 2, dropout .25, conv 64 3, relu, pool 2, dropout .25
      conv 128 3, relu, pool 2, dropout .25, flatten
      dense 256, relu, dropout .5, dense 128, relu, dropout .5, dense 10
      """
    case .cnnDeep:
      """
      conv 32 3, relu, bn, conv 32 3, relu, bn, pool 2, dropout .25
      conv 64 3, relu, bn, conv 64 3, relu, bn, pool 2, dropout .25
      conv 128 3, relu, bn, pool 2, dropout .25
      gap, dense 256, relu, dropout .5, dense 10
      """
    case .inkling:
      // Convolutions lose their border, so that 4 × 4 values are left for the last one; pooling before normalisation
      // leaves a quarter of the values to normalise.
      """
      conv 32 3 valid nobias, bn, relu, conv 32 3 valid nobias, pool 2, bn, relu, spatialdropout .05
      conv 80 3 valid nobias, bn, relu, conv 80 3 valid nobias, pool 2, bn, relu, spatialdropout .05
      conv 160 4 valid nobias, bn, relu, flatten, dropout .25, dense 10
      """
    }
  }
}
