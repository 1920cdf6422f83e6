internal import COneDNN

/// Work that several threads do together: each gets its own part.
open class ParallelTask {
  /// A task that does nothing until `run(part:of:)` is overridden.
  public init() {}

  /// Does part `part` of `parts`; called once for each part, on different threads at the same time.
  open func run(part: Int, of parts: Int) {}
}

/// A fixed number of threads, shared with the kernels of oneDNN so that two pools never fight over the cores.
public struct Team: Hashable, Sendable {
  /// The number of threads, the calling one included.
  public let threads: Int

  /// A team of `threads`, at least one.
  public init(threads: Int) { self.threads = max(1, threads) }

  /// A thread for each core that this process may use.
  public static var everyCore: Team { Team(threads: ProcessorInfo.usableCores) }

  /// Makes kernels that are made or run on this thread use this team.
  func claim() { omp_set_num_threads(Int32(threads)) }

  /// Runs every part of `task` and returns when all are done. Allocates nothing.
  public func run(_ task: ParallelTask) {
    guard threads > 1 else { return task.run(part: 0, of: 1) }
    let body: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
      guard let context else { return }
      let task = Unmanaged<ParallelTask>.fromOpaque(context).takeUnretainedValue()
      task.run(part: Int(omp_get_thread_num()), of: Int(omp_get_num_threads()))
    }
    withExtendedLifetime(task) {
      GOMP_parallel(body, Unmanaged.passUnretained(task).toOpaque(), UInt32(threads), 0)
    }
  }

  /// The items of `count` that belong to one part: contiguous, in order, as equal as can be.
  public static func share(of count: Int, part: Int, of parts: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}
