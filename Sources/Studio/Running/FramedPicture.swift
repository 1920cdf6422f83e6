import Recognition

/// What the network is to see of a picture with ink on it.
struct FramedPicture: Sendable {
  /// 28×28; nil where nothing is on the paper.
  let image: GrayImage?
  /// The state of the drawing that it shows.
  let revision: Int
  /// How long it took.
  let time: Duration
}
