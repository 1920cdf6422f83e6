/// A directory that holds the four files of a set, under whichever names.
struct MNISTFolder {
  let directory: String
  let files: MNISTFiles
  /// The paths of the four files, in the order of `MNISTFiles.all`.
  let paths: [String]

  /// Finds the four files in `directory`.
  init(directory: String, files: MNISTFiles) throws(MNISTError) {
    self.directory = directory
    self.files = files
    paths = files.all.compactMap { $0.path(in: directory) }
    guard paths.count == files.all.count else {
      let missing = files.all.filter { $0.path(in: directory) == nil }
      throw .missing(directory: directory, names: missing.map(\.name))
    }
  }

  /// Reads and checks all four files.
  func load(requiringGenuine isStrict: Bool) throws(MNISTError) -> MNIST {
    var isGenuine = true
    let training = try digits(files.trainingImages, files.trainingLabels, at: 0, isStrict, &isGenuine)
    let test = try digits(files.testImages, files.testLabels, at: 2, isStrict, &isGenuine)
    return MNIST(training: training, test: test, isGenuine: isGenuine, directory: directory)
  }

  private func digits(
    _ imageFile: MNISTFile, _ labelFile: MNISTFile, at index: Int, _ isStrict: Bool, _ isGenuine: inout Bool
  ) throws(MNISTError) -> DigitSet {
    let images = try images(imageFile, path: paths[index], isStrict, &isGenuine)
    let labels = try labels(labelFile, path: paths[index + 1], isStrict, &isGenuine)
    guard images.count == labels.count else {
      throw .unequalCounts(
        images: paths[index], imageCount: images.count, labels: paths[index + 1], labelCount: labels.count)
    }
    return DigitSet(pixels: images.pixels, labels: labels)
  }

  private func images(
    _ file: MNISTFile, path: String, _ isStrict: Bool, _ isGenuine: inout Bool
  ) throws(MNISTError) -> IDXImages {
    let payload = try MNISTFolder.payload(of: path)
    let isPublished = SHA256.hexDigest(of: payload) == file.sha256
    let images: IDXImages
    do throws(IDXError) { images = try IDXFile.images(in: payload, path: path) } catch { throw .badFile(error) }
    guard images.rows == DigitSet.side, images.columns == DigitSet.side else {
      throw .wrongShape(path: path, rows: images.rows, columns: images.columns)
    }
    if images.count == 0 { throw .empty(path: path) }
    if isStrict { try MNISTFolder.require(isPublished, file, found: images.count, path: path) }
    isGenuine = isGenuine && isPublished
    return images
  }

  private func labels(
    _ file: MNISTFile, path: String, _ isStrict: Bool, _ isGenuine: inout Bool
  ) throws(MNISTError) -> [UInt8] {
    let payload = try MNISTFolder.payload(of: path)
    let isPublished = SHA256.hexDigest(of: payload) == file.sha256
    let labels: [UInt8]
    do throws(IDXError) { labels = try IDXFile.labels(in: payload, path: path) } catch { throw .badFile(error) }
    if isStrict { try MNISTFolder.require(isPublished, file, found: labels.count, path: path) }
    isGenuine = isGenuine && isPublished
    return labels
  }

  private static func payload(of path: String) throws(MNISTError) -> [UInt8] {
    do throws(DataFileError) {
      return try DataFile.contents(of: path, limit: IDXFile.defaultLimit)
    } catch {
      throw .badFile(.unreadable(error))
    }
  }

  private static func require(
    _ isPublished: Bool, _ file: MNISTFile, found: Int, path: String
  ) throws(MNISTError) {
    if found != file.count { throw .wrongCount(path: path, expected: file.count, found: found) }
    if !isPublished { throw .notGenuine(path: path) }
  }
}
