import Glibc

extension Team {
  /// About a tenth of a millisecond: longer than from one kernel to the next, shorter than another program minds.
  private static let spins = "10000"
  private static let variable = "GOMP_SPINCOUNT"

  /// Has threads that wait for others sleep soon, which keeps a team quick beside programs that are busy too.
  ///
  /// The runtime reads its settings when it is loaded. So the program begins anew, once, with the same arguments; it
  /// goes on as it is where that fails, where somebody has chosen how threads wait, and where another file than
  /// `program` is run, such as a loader.
  public static func limitSpinning(in program: String) {
    guard getenv(variable) == nil, getenv("OMP_WAIT_POLICY") == nil else { return }
    // By its own path, so that lists of processes show the program's name.
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let name = String(decoding: path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard name.hasSuffix("/" + program), setenv(variable, spins, 1) == 0 else { return }
    execv(path, CommandLine.unsafeArgv)
  }
}
