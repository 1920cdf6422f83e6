import Graphics
import JSONText
import Recognition

extension StudioState {
  /// The numbers of the image screen as JSON.
  package var imageValues: [(key: String, value: String)] {
    guard let photo = image.photo else { return [] }
    var values = [
      (key: "name", value: JSONWriter.string(photo.name)), (key: "width", value: "\(photo.pixels.width)"),
      (key: "height", value: "\(photo.pixels.height)"),
      (key: "polarity", value: JSONWriter.string(image.options.polarity.rawValue)),
      (key: "isCorrected", value: "\(image.options != .automatic)"),
    ]
    if let crop = image.options.crop {
      values.append(("crop", "[\(crop.left),\(crop.top),\(crop.width),\(crop.height)]"))
    }
    guard let findings = image.findings else { return values }
    values.append(("isDarkInk", "\(findings.isDarkInk)"))
    if let threshold = image.options.threshold ?? findings.threshold {
      values.append(("threshold", JSONWriter.number(threshold)))
    }
    if let box = findings.stages?.box {
      values.append(("box", "[\(box.left),\(box.top),\(box.width),\(box.height)]"))
    }
    values.append(("status", JSONWriter.string(image.reading.status)))
    guard let answer = image.reading.answer, let digit = answer.digit else { return values }
    let shares = image.reading.probabilities.map { JSONWriter.number(Double($0)) }.joined(separator: ",")
    return values + [
      ("digit", "\(digit)"), ("confidence", JSONWriter.number(Double(answer.confidence))),
      ("probabilities", "[\(shares)]"),
    ]
  }

  /// One plain sentence about the picture.
  var imageReadOut: String {
    guard image.photo != nil else { return "Ready. Open, drop or paste a picture." }
    guard image.findings != nil else { return "Looking at the picture." }
    return image.reading.answer?.digit == nil ? "Nothing found on the paper." : imageWords.readOut
  }

  /// The right half of the status line.
  var imageStatus: String {
    guard image.photo != nil else { return "" }
    return image.options == .automatic ? "Read automatically" : "Corrected by hand"
  }
}
