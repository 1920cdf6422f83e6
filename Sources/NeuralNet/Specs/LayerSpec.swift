/// One layer of a network: what it does, without weights.
public enum LayerSpec: Hashable, Sendable {
  /// A two-dimensional convolution with a square kernel. `bias` is usually off when batch normalisation follows at once.
  case convolution(filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .same, bias: Bool = true)
  /// A fully connected layer on a vector.
  case dense(units: Int, bias: Bool = true)
  /// Normalises every channel (or unit) over the batch, then scales and shifts it with learned factors.
  case batchNormalization
  case relu
  case leakyRelu(slope: Float)
  case gelu
  case tanh
  case sigmoid
  /// The largest value of each `size` × `size` window, `stride` apart; windows that do not fit are left out.
  case maxPool(size: Int, stride: Int)
  /// The mean of each `size` × `size` window, `stride` apart; windows that do not fit are left out.
  case averagePool(size: Int, stride: Int)
  /// The mean of each channel over the whole picture.
  case globalAveragePool
  /// Zeroes single values with probability `rate` while training.
  case dropout(rate: Float)
  /// Zeroes whole channels with probability `rate` while training.
  case spatialDropout(rate: Float)
  /// Turns a picture into a vector, channel by channel, row by row.
  case flatten

  /// What a convolution does at the border of its picture.
  public enum Padding: String, Hashable, Sendable, Codable {
    /// Zeros around the picture, so that the output has ⌈size ÷ stride⌉ rows and columns.
    case same
    /// No border: only windows that fit.
    case valid
  }
}
