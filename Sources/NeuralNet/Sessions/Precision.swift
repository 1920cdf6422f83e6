/// The numbers that a network is trained with.
public enum Precision: String, Hashable, Sendable, Codable {
  /// 32-bit throughout.
  case f32
  /// Activations and gradients in bf16, weights and optimiser in 32 bits.
  case bf16
}
