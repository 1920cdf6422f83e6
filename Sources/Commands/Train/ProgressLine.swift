import Glibc

/// One line of `--progress json`; what does not belong to an event is left out.
struct ProgressLine: Encodable {
  /// `start`, `batch`, `epoch` or `result`.
  let event: String
  /// Seconds since 1970.
  let time: Double
  /// 1-based.
  var epoch: Int?
  var epochs: Int?
  var step: Int?
  var steps: Int?
  var loss: Double?
  var accuracy: Double?
  var validationLoss: Double?
  var validationAccuracy: Double?
  var learningRate: Double?
  var imagesPerSecond: Double?
  var seconds: Double?
  var best: Bool?
  var trainingCount: Int?
  var validationCount: Int?
  var reason: String?
  var testAccuracy: Double?
  var testLoss: Double?
  var worstClassRecall: Double?
  var worstClassPrecision: Double?
  var output: String?

  /// A line of the present moment.
  init(event: String) {
    self.event = event
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    time = Double(now.tv_sec) + Double(now.tv_nsec / 1_000_000) / 1000
  }
}
