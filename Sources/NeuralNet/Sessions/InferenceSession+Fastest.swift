extension InferenceSession {
  /// A session for single pictures with the number of threads that answers soonest here and now: one or all of `team`.
  ///
  /// It is measured on the model itself, which takes a few milliseconds: whether a second thread pays depends on the
  /// machine, and on what else it does, more than on the network.
  public static func fastest(
    for model: Model, team: Team = .everyCore, keepsEmbedding: Bool = false
  ) throws(KernelError) -> InferenceSession {
    let single = try InferenceSession(model, keepsEmbedding: keepsEmbedding)
    guard team.threads > 1 else { return single }
    let shared = try InferenceSession(model, team: team, keepsEmbedding: keepsEmbedding)
    let picture = [UInt8](repeating: 100, count: model.spec.input.count)
    for session in [single, shared] { session.run(picture, count: 1) }
    var times: (single: [Duration], shared: [Duration]) = ([], [])
    // In turns, so that a slow moment of the machine meets both.
    for _ in 0..<rounds {
      times.single += single.durations(of: picture)
      times.shared += shared.durations(of: picture)
    }
    return pays(times.shared, insteadOf: times.single) ? shared : single
  }

  /// Whether many threads are clearly sooner than one: by a tenth of the median, as they also cost the others' time.
  package static func pays(_ shared: [Duration], insteadOf single: [Duration]) -> Bool {
    median(shared) < median(single) * 0.9
  }

  private static let rounds = 8

  private static func median(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

  /// The times of a few runs, or of one where that takes long.
  private func durations(of picture: [UInt8]) -> [Duration] {
    let clock = ContinuousClock()
    let start = clock.now
    var times: [Duration] = []
    repeat {
      times.append(clock.measure { run(picture, count: 1) })
    } while times.count < 10 && start.duration(to: clock.now) < .milliseconds(1)
    return times
  }
}
