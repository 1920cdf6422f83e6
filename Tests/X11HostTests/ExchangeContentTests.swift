import Testing
import Toolkit
import X11Host

/// What is asked for, what it becomes, and under which names an offer is found.
struct ExchangeContentTests {
  @Test(
    arguments: [
      ([ContentKind.latinString, .plainText, .utf8String, .files, .jpeg, .png], [.png, .jpeg, .files]),
      ([.latinString, .plainText, .utf8Text, .jpeg], [.jpeg, .utf8Text]),
      ([.plainText, .utf8String], [.utf8String]), ([.latinString], [.latinString]), ([.files, .plainText], [.files]),
      ([], []),
    ] as [([ContentKind], [ContentKind])])
  func picturesArePastedFirst(offered: [ContentKind], asked: [ContentKind]) {
    #expect(ContentKind.choices(among: Set(offered), order: ContentKind.pasteOrder) == asked)
  }

  @Test(
    arguments: [
      ([ContentKind.png, .plainText, .files], [ContentKind.files, .png]), ([.jpeg, .png], [.png, .jpeg]),
      ([.jpeg, .plainText], [.jpeg, .plainText]),
    ] as [([ContentKind], [ContentKind])])
  func filesAreDroppedFirst(offered: [ContentKind], asked: [ContentKind]) {
    #expect(ContentKind.choices(among: Set(offered), order: ContentKind.dropOrder) == asked)
  }

  @Test(
    arguments: [
      (ContentKind.utf8String, [0x67, 0xC3, 0xBC], "gü"), (.utf8Text, [0x37, 0], "7"),
      (.utf8String, [0x37, 0xFF], "7\u{FFFD}"),
      (.plainText, [0xC3, 0xBC], "ü"), (.plainText, [0xFC], "ü"), (.latinString, [0xFC, 0x37], "ü7"),
    ] as [(ContentKind, [UInt8], String)])
  func textIsDecodedByItsType(kind: ContentKind, bytes: [UInt8], text: String) {
    #expect(kind.contents(of: bytes, host: "") == .text(text))
  }

  @Test func picturesAndFilesBecomeDeliveries() {
    #expect(ContentKind.png.contents(of: [1, 2], host: "") == .picture([1, 2]))
    #expect(ContentKind.jpeg.contents(of: [3], host: "") == .picture([3]))
    #expect(ContentKind.files.contents(of: Array("file:///a".utf8), host: "") == .files(["/a"]))
  }

  @Test(arguments: ContentKind.allCases)
  func nothingIsNothing(kind: ContentKind) {
    let reason = "\(kind.rawValue) came without any contents"
    #expect(kind.contents(of: [], host: "") == .nothing(reason: reason))
    if kind.isText { #expect(kind.contents(of: [0, 0], host: "") == .nothing(reason: "the text is empty")) }
  }

  @Test func textIsOfferedUnderItsOlderNames() {
    let ascii = ClipboardTargets(ClipboardOffer([ClipboardOffer.text: Array("7".utf8)])).entries
    #expect(ascii.map(\.target) == ["text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "STRING"])
    #expect(ascii.allSatisfy { $0.bytes == Array("7".utf8) })
    let umlaut = ClipboardTargets(ClipboardOffer([ClipboardOffer.text: Array("ü".utf8)])).entries
    #expect(umlaut.map(\.target) == ["text/plain;charset=utf-8", "UTF8_STRING", "text/plain"])
  }

  @Test func otherContentsAreOfferedAsTheyAre() {
    let offer = ClipboardOffer([ClipboardOffer.png: [1], "text/csv": [2]])
    #expect(ClipboardTargets(offer).entries.map(\.target) == ["image/png", "text/csv"])
    #expect(ClipboardTargets(ClipboardOffer([:])).entries.isEmpty)
  }

  @Test func whatWasCopiedHereIsPastedByTheSameRules() {
    let both = ClipboardOffer([ClipboardOffer.png: [1], ClipboardOffer.text: Array("7".utf8)])
    #expect(OwnOffer.contents(of: both, host: "") == .picture([1]))
    #expect(OwnOffer.contents(of: ClipboardOffer([ClipboardOffer.text: Array("7".utf8)]), host: "") == .text("7"))
    let reason = "it holds text/csv; pictures as PNG or JPEG, files and text can be taken"
    #expect(OwnOffer.contents(of: ClipboardOffer(["text/csv": [1]]), host: "") == .nothing(reason: reason))
    #expect(OwnOffer.contents(of: ClipboardOffer([:]), host: "") == .nothing(reason: "there is nothing in it"))
  }

  @Test(arguments: [(0, 4, [0]), (3, 4, [3, 0]), (4, 4, [4, 0]), (9, 4, [4, 4, 1, 0])] as [(Int, Int, [Int])])
  func piecesEndWithAnEmptyOne(count: Int, size: Int, sizes: [Int]) {
    let bytes = (0..<count).map { UInt8($0) }
    var chunks = Chunks(bytes, size: size)
    let pieces = Array(AnyIterator { chunks.next() })
    #expect(pieces.map(\.count) == sizes)
    #expect(Array(pieces.joined()) == bytes)
    #expect(chunks.next() == nil)
  }

  @Test func piecesFitIntoAQuarterOfARequest() {
    #expect(Chunks.size(forRequestsOf: 4_194_303) == 256 * 1024)
    #expect(Chunks.size(forRequestsOf: 65_535) == 65_535)
    #expect(Chunks.size(forRequestsOf: 0) == 1024)
  }
}
