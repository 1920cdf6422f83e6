package import Charts
import Graphics
import NeuralNet

/// The whole report on a model as a document for print: A4, vectors, text that can be selected.
public struct ModelReport: Sendable {
  /// What it says.
  public let contents: ReportContents
  private let pages: ReportPages

  /// Lays out everything that `contents` has.
  public init(_ contents: ReportContents) {
    self.contents = contents
    var pages = ReportPages()
    pages.addTitle(contents)
    pages.addModel(contents)
    pages.addConfusion(contents)
    pages.addTraining(contents)
    pages.addCalibration(contents)
    pages.addMistakes(contents)
    pages.addData(contents)
    self.pages = pages
  }

  /// How many pages it has.
  public var pageCount: Int { pages.pages.count }

  /// Everything that stands on a page, counted from 0.
  package func drawing(ofPage index: Int) -> Drawing {
    var drawing = pages.pages[index]
    drawing.add(foot(ofPage: index))
    return drawing
  }

  /// The PDF file: the same contents give the same bytes.
  public func pdf() throws -> [UInt8] {
    let document = try DocumentSurface(
      .pdf, size: ReportPages.paper, title: "Report on \(contents.name)",
      subject: "How well the network \(contents.name) reads handwritten digits")
    for index in pages.pages.indices {
      try document.page(size: ReportPages.paper) { context in
        context.scale(by: ReportPages.scale)
        drawing(ofPage: index).draw(on: context)
      }
    }
    for part in pages.contents { document.addContents(part.title, page: part.page) }
    return try document.finish()
  }

  /// Writes the PDF file, whole or not at all; a `FileError` says why not.
  public func write(to path: String) throws { try AtomicFile.write(try pdf(), to: path) }

  /// What the report is about and which page this is.
  private func foot(ofPage index: Int) -> Drawing {
    let (body, theme) = (ReportPages.body, pages.theme)
    let y = body.maxY + 44
    var drawing = Drawing()
    drawing.rule(y: y - 22, from: body.x, to: body.maxX, theme.line)
    let name = Font.caption.fitted("Inkling · report on \(contents.name)", width: body.width - 120)
    drawing.add(Label(name, font: .caption, color: theme.muted, at: Point(x: body.x, y: y)))
    drawing.add(
      Label(
        "Page \(index + 1) of \(pageCount)", font: .caption, color: theme.muted, at: Point(x: body.maxX, y: y),
        anchor: .end))
    return drawing
  }
}
