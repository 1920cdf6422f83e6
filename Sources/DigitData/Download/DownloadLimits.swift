/// When a mirror is given up.
public struct DownloadLimits: Equatable, Sendable {
  /// The longest silence.
  public var stall: Duration
  /// The largest file in bytes, as it comes and unpacked.
  public var fileSize: Int

  /// Half a minute, and 64 MiB: more than the largest file of MNIST unpacked.
  public init(stall: Duration = .seconds(60), fileSize: Int = 64 << 20) {
    self.stall = stall
    self.fileSize = fileSize
  }
}
