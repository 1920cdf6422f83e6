import Graphics
import Testing

/// Documents of vectors, and the typefaces in them.
@Suite struct DocumentTests {
  private func document(_ format: DocumentSurface.Format) throws -> [UInt8] {
    let size = Size(width: 200, height: 100)
    let picture = PixelImage(width: 2, height: 2, pixels: [0xFF00_00FF, 0xFFFF_0000, 0xFF00_FF00, 0x8000_0000])
    let document = try DocumentSurface(format, size: size, title: "Größe", subject: "Something")
    try document.page(size: size) { context in
      context.draw("0123 −", at: Point(x: 10.25, y: 20.5), font: .body, color: Color(0))
      context.fill(Rect(x: 3, y: 4, width: 50, height: 6), with: Color(0x1B62C4))
      context.draw(picture, in: Rect(x: 90, y: 10, width: 40, height: 40))
      context.draw(picture, in: Rect(x: 140, y: 10, width: 40, height: 40))
    }
    document.addContents("Beginning", page: 1)
    return try document.finish()
  }

  @Test func theSamePagesGiveTheSameBytes() throws {
    let bytes = try document(.pdf)
    #expect(try document(.pdf) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("CreationDate"))
    #expect(text.contains("/Creator"))
    #expect(text.contains("/Subject"))
    #expect(text.contains("(Beginning)"))
  }

  @Test func aPictureGivesTheSameBytesWhateverElseIsDrawn() throws {
    let bytes = try document(.svg)
    for count in 1...3 {
      for side in 1...count { _ = try ImageSurface(width: side, height: side, isOpaque: false) }
      #expect(try document(.svg) == bytes)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let names = text.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(Set(names).count == names.count && names.count > 2)
    let references = text.split(separator: "\"#").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(!references.isEmpty && references.allSatisfy { names.contains($0) })
  }

  @Test func textInDocumentsStandsWhereItWasPut() throws {
    let text = String(decoding: try document(.svg), as: UTF8.self)
    #expect(text.contains("10.25") && text.contains("20.5"))
  }

  @Test func theFamilyOfTheMomentEndsWithTheWork() {
    let width = Font.body.width(of: "Wide")
    let mono = Font.withFamily("DejaVu Sans Mono") { () -> Double in
      #expect(Font.familyNow == "DejaVu Sans Mono")
      return Font.body.width(of: "Wide")
    }
    #expect(mono == Font(size: 14, family: "DejaVu Sans Mono").width(of: "Wide"))
    #expect(Font.familyNow == Font.exportFamily)
    #expect(Font.body.width(of: "Wide") == width)
  }

  @Test func onlyDigitsOfOneWidthAreUsable() {
    #expect(Font.isEven([7, 7, 7.0001]))
    #expect(!Font.isEven([7, 7, 5]))
    #expect(!Font.isEven([0, 0]))
    #expect(!Font.isEven([]))
    #expect(Font.isUsable(Font.exportFamily))
    #expect([Font.exportFamily, "sans-serif"].contains(Font.interfaceFamily))
  }

  @Test func onPaperThePageIsWhite() {
    #expect(Theme.light.onPaper.background == Color(0xFFFFFF))
    #expect(Theme.light.onPaper.text == Theme.light.text)
  }
}
