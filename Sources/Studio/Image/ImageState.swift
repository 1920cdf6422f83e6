package import Recognition

/// What the image screen shows.
package struct ImageState: Equatable {
  /// The picture that is looked at.
  package var photo: Photo?
  /// Whether another one is on its way.
  package var isLoading = false
  /// What a hand has corrected.
  package var options = PictureOptions.automatic
  /// What was found in the picture; nil until it is looked through.
  package var findings: PictureFindings?
  /// What the network makes of it.
  package var reading = Reading.blank(revision: 0)
  /// What the pointer does to the crop.
  var drag: CropDrag?

  /// Nothing to look at.
  package init() {}

  /// The picture that the network sees.
  package var frame: GrayImage? { findings?.stages?.frame }
}
