import CCairo

/// A vector document: pages of a PDF, or one picture as SVG; one user unit is a point, in SVG a pixel.
///
/// The same pages give the same bytes: nothing in them tells the time, or what else the program draws.
public final class DocumentSurface: Surface {
  /// The two kinds of document.
  public enum Format: Sendable {
    case pdf, svg
  }

  public let format: Format
  private let sink: ByteSink
  private var pageCount = 0

  /// A document without pages yet; title and subject go into the properties of a PDF.
  public init(_ format: Format, size: Size, title: String = "", subject: String = "") throws(GraphicsError) {
    guard size.width > 0, size.height > 0, size.width.isFinite, size.height.isFinite else {
      throw .drawing(operation: "make a document", status: "a page of \(size.width)×\(size.height)")
    }
    self.format = format
    sink = ByteSink()
    // The surface writes until `deinit` has destroyed it, and this object owns the sink just as long.
    let closure = Unmanaged.passUnretained(sink).toOpaque()
    let create = format == .pdf ? cairo_pdf_surface_create_for_stream : cairo_svg_surface_create_for_stream
    try super.init(adopting: create(ByteSink.callback, closure, size.width, size.height), operation: "make a document")
    if format == .svg { cairo_svg_surface_set_document_unit(raw, CAIRO_SVG_UNIT_PX) }
    if format == .pdf { describe(title: title, subject: subject) }
  }

  private func describe(title: String, subject: String) {
    if !title.isEmpty { cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_TITLE, title) }
    if !subject.isEmpty { cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_SUBJECT, subject) }
    cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_CREATOR, "Inkling")
    // No date: it would make every file another one.
    cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_CREATE_DATE, "")
  }

  /// Adds a line to the table of contents of a PDF; `page` counts from 1.
  public func addContents(_ title: String, page: Int) {
    guard format == .pdf else { return }
    _ = cairo_pdf_surface_add_outline(
      raw, CAIRO_PDF_OUTLINE_ROOT, title, "page=\(page) pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// Ends the document before the sink goes: what is still buffered would be written to it.
  deinit { cairo_surface_finish(raw) }

  /// Draws the next page; an SVG has exactly one.
  public func page(size: Size, _ body: (Context) throws -> Void) throws {
    precondition(format == .pdf || pageCount == 0, "an SVG has one page")
    pageCount += 1
    if format == .pdf { cairo_pdf_surface_set_size(raw, size.width, size.height) }
    try draw(body)
    cairo_surface_show_page(raw)
    try check("finish a page")
  }

  /// Ends the document and returns its bytes; nothing can be drawn afterwards.
  public func finish() throws(GraphicsError) -> [UInt8] {
    cairo_surface_finish(raw)
    try check("finish a document")
    return format == .svg ? SVGNames.renumbered(sink.bytes) : sink.bytes
  }
}
