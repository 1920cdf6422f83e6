extension PNG {
  /// A PNG file of at most 256 colours: a third of the size where a drawing has few, alpha left out.
  public static func encodeIndexed(_ image: PixelImage) -> [UInt8] {
    let palette = Palette(of: image)
    var rows: [UInt8] = []
    rows.reserveCapacity((image.width + 1) * image.height)
    for row in 0..<image.height {
      // No filter: runs and repeated rows are what the compressor looks for.
      rows.append(0)
      rows += palette.indexed(image.pixels[row * image.width..<(row + 1) * image.width])
    }
    let size = [image.width, image.height].flatMap { Checksum.bigEndian(UInt32($0)) }
    let colors = palette.colors.flatMap { Checksum.bigEndian($0).dropFirst() }
    return signature
      + chunk("IHDR", size + [8, 3, 0, 0, 0]) + chunk("PLTE", colors)
      + chunk("IDAT", Deflate.zlib(rows, row: image.width + 1))
      + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return Checksum.bigEndian(UInt32(data.count)) + body + Checksum.bigEndian(Checksum.crc32(body))
  }
}
