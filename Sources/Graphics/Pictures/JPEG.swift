import CTurboJPEG

/// The pixels of JPEG files: baseline and progressive, grey, colour and the four inks of printers.
enum JPEG {
  /// The picture upright, made smaller while it is decoded when it has more than `pixels`.
  static func decode(_ bytes: [UInt8], fitting pixels: Int) throws(PictureError) -> PixelImage {
    let decoder = try JPEGDecoder(bytes)
    let size = try decoder.size()
    try PictureFile.check(width: size.width, height: size.height)
    let marks = JPEGMarks(bytes)
    let image = try decoder.decode(fitting: pixels, inksAreInverted: marks.isFromAdobe)
    return image.upright(from: marks.orientation)
  }
}

/// One decoder with the file it reads.
private final class JPEGDecoder {
  private let raw: tjhandle
  private let bytes: [UInt8]
  private var header = (width: Int32(0), height: Int32(0), colors: Int32(0))

  init(_ bytes: [UInt8]) throws(PictureError) {
    guard let raw = tjInitDecompress() else { throw .damaged(.jpeg, reason: "no memory to decode it") }
    self.raw = raw
    self.bytes = bytes
  }

  deinit { tjDestroy(raw) }

  /// Width and height as the header states them.
  func size() throws(PictureError) -> (width: Int, height: Int) {
    var (width, height, subsampling, colors) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let status = tjDecompressHeader3(raw, bytes, UInt(bytes.count), &width, &height, &subsampling, &colors)
    try check(status)
    header = (width, height, colors)
    return (Int(width), Int(height))
  }

  func decode(fitting pixels: Int, inksAreInverted: Bool) throws(PictureError) -> PixelImage {
    let (width, height) = scaledSize(fitting: pixels)
    let hasFourInks = header.colors == TJCS_CMYK.rawValue || header.colors == TJCS_YCCK.rawValue
    var target = [UInt32](repeating: 0, count: width * height)
    // Four bytes per pixel either way. In memory, blue comes first in what a pixel of ours is.
    let format = hasFourInks ? TJPF_CMYK : TJPF_BGRA
    let status = target.withUnsafeMutableBytes { buffer in
      tjDecompress2(
        raw, bytes, UInt(bytes.count), buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(width), 0,
        Int32(height), format.rawValue, TJFLAG_LIMITSCANS)
    }
    try check(status)
    if hasFourInks { target = target.map { JPEGDecoder.color(inks: $0, areInverted: inksAreInverted) } }
    return PixelImage(width: width, height: height, pixels: target)
  }

  /// The largest of 1/1, 1/2, 1/4 and 1/8 that has at most `pixels`; 1/8 if none has.
  private func scaledSize(fitting pixels: Int) -> (width: Int, height: Int) {
    func size(_ divisor: Int32) -> (width: Int, height: Int) {
      (Int((header.width + divisor - 1) / divisor), Int((header.height + divisor - 1) / divisor))
    }
    let divisor = [1, 2, 4].first { size($0).width * size($0).height <= pixels }
    return size(divisor ?? 8)
  }

  /// Cameras leave stray bytes that do no harm; everything else that the decoder complains of does.
  ///
  /// Its own word on whether a failure was only a warning is that of the first one, so the text has to tell.
  private func check(_ status: Int32) throws(PictureError) {
    let reason = reason
    guard status != 0, !reason.contains("extraneous bytes before marker") else { return }
    throw .damaged(.jpeg, reason: reason.hasPrefix("Premature end") ? "it ends too early" : reason)
  }

  /// What the decoder says about its last failure.
  private var reason: String {
    let text = tjGetErrorStr2(raw).map { String(cString: $0) } ?? "it cannot be decoded"
    return text.hasPrefix("Could not determine subsampling") ? "its colours are stored in an unknown way" : text
  }

  /// An opaque pixel from cyan, magenta, yellow and black; programs of Adobe store what is left of the paper instead.
  private static func color(inks: UInt32, areInverted: Bool) -> UInt32 {
    let values = areInverted ? inks : ~inks
    let black = values >> 24
    func channel(_ shift: UInt32) -> UInt32 { (values >> shift & 0xFF) * black / 255 }
    return 0xFF00_0000 | channel(0) << 16 | channel(8) << 8 | channel(16)
  }
}
