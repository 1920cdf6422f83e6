/// How gradients change weights. The learning rate comes with each step.
public enum Optimizer: Hashable, Sendable {
  /// Stochastic gradient descent; a momentum of 0 is the plain form.
  case sgd(momentum: Float, nesterov: Bool)
  /// Adam; weight decay, where there is any, is decoupled (which makes it AdamW).
  case adam(beta1: Float = 0.9, beta2: Float = 0.999, epsilon: Float = 1e-7)
  /// Gradients divided by the root of their mean square.
  case rmsprop(decay: Float = 0.9, epsilon: Float = 1e-7)
}
