import Glibc

/// The learning rate of each step: a pure function of the step number.
public struct LearningRateSchedule: Equatable, Sendable {
  private let schedule: TrainingOptions.Schedule
  private let peak: Double
  private let warmUpSteps: Double
  private let totalSteps: Double
  /// One-cycle rises over this share of all steps, from `peak` ÷ 25.
  private static let rise = 0.25

  /// A schedule over `options.epochs` epochs of `stepsPerEpoch` steps.
  public init(_ options: TrainingOptions, stepsPerEpoch: Int) {
    schedule = options.schedule
    peak = Double(options.learningRate)
    warmUpSteps = options.warmUp * Double(stepsPerEpoch)
    totalSteps = Double(max(1, options.epochs * stepsPerEpoch))
  }

  /// The rate of step `step` (0-based, over all epochs); `factor` is what plateaus have left of it.
  public func rate(atStep step: Int, factor: Double = 1) -> Float {
    let position = Double(step)
    if schedule == .onecycle { return Float(cycle(position)) }
    if position < warmUpSteps { return Float(peak * (position + 1) / warmUpSteps) }
    switch schedule {
    case .cosine:
      let share = (position - warmUpSteps + 1) / max(totalSteps - warmUpSteps, 1)
      return Float(peak * (1 + cos(.pi * min(share, 1))) / 2)
    case .plateau: return Float(peak * factor)
    case .constant, .onecycle: return Float(peak)
    }
  }

  private func cycle(_ position: Double) -> Double {
    let top = warmUpSteps > 0 ? warmUpSteps : totalSteps * LearningRateSchedule.rise
    if position < top { return peak * (0.04 + 0.96 * position / top) }
    let share = (position - top + 1) / max(totalSteps - top, 1)
    return peak * (1 + cos(.pi * min(share, 1))) / 2
  }
}
