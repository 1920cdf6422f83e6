/// The four files of a set of digits.
public struct MNISTFiles: Equatable, Sendable {
  public let trainingImages: MNISTFile
  public let trainingLabels: MNISTFile
  public let testImages: MNISTFile
  public let testLabels: MNISTFile

  /// A set of four files.
  public init(trainingImages: MNISTFile, trainingLabels: MNISTFile, testImages: MNISTFile, testLabels: MNISTFile) {
    self.trainingImages = trainingImages
    self.trainingLabels = trainingLabels
    self.testImages = testImages
    self.testLabels = testLabels
  }

  /// All four, training first.
  public var all: [MNISTFile] { [trainingImages, trainingLabels, testImages, testLabels] }

  /// MNIST as LeCun, Cortes and Burges published it.
  public static let published = MNISTFiles(
    trainingImages: MNISTFile(
      name: "train-images-idx3-ubyte", count: 60_000,
      sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    trainingLabels: MNISTFile(
      name: "train-labels-idx1-ubyte", count: 60_000,
      sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    testImages: MNISTFile(
      name: "t10k-images-idx3-ubyte", count: 10_000,
      sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    testLabels: MNISTFile(
      name: "t10k-labels-idx1-ubyte", count: 10_000,
      sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"))
}
