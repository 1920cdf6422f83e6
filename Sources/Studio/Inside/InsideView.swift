import Graphics
import NeuralNet
import Recognition

/// The network of the Inside screen at work: runs each picture once and draws the maps of all strips.
@MainActor
final class InsideView {
  /// The network; nil until it is ready.
  private(set) var session: LayerwiseSession?
  private var stages: [InsideStage] = []
  private var ceilings: [MapCeiling] = []
  private var image: GrayImage?
  /// Grows with every picture that was run.
  private(set) var revision = 0
  private(set) var sheets: [MapSheet] = []
  /// Grows whenever they are drawn.
  private(set) var drawings = 0
  /// The chosen map alone.
  private(set) var enlarged: MapSheet?
  /// What the sheets show.
  private var shown: Shown?
  private var palettes: (theme: Theme.Name, colors: Palettes)?

  /// Everything that decides what the sheets look like.
  private struct Shown: Equatable {
    var revision: Int
    var theme: Theme.Name
    var grids: [MapGrid]
    var alone: InsidePlace?
  }

  /// Whether there is a picture that the network has seen.
  var hasValues: Bool { session != nil && image != nil }

  /// Shows another network from now on, or none.
  func use(_ session: LayerwiseSession?, stages: [InsideStage]) {
    (self.session, self.stages, image, shown) = (session, stages, nil, nil)
    ceilings = stages.map { _ in MapCeiling() }
    revision += 1
  }

  /// Has the network look at `image`, unless it did already; colours are held while stroke number `stroke` grows.
  func look(at image: GrayImage?, stroke: Int) {
    guard let session, image != self.image else { return }
    self.image = image
    revision += 1
    guard let image else { return }
    image.pixels.withUnsafeBufferPointer { pixels in
      if let start = pixels.baseAddress { session.run(start) }
    }
    for (index, stage) in stages.enumerated() {
      ceilings[index].update(session.values(of: stage.shown), stroke: stroke)
    }
  }

  /// Draws the maps of `grids`, and the chosen one alone, unless they are drawn already.
  func draw(_ grids: [MapGrid], alone place: InsidePlace?, theme: Theme) {
    let wanted = Shown(
      revision: revision, theme: theme.name, grids: grids,
      alone: place.map { InsidePlace(stage: $0.stage, map: $0.map) })
    guard wanted != shown else { return }
    (shown, drawings) = (wanted, drawings + 1)
    if sheets.map(\.grid) != grids { sheets = grids.compactMap { try? MapSheet($0) } }
    let palettes = palettes(for: theme)
    for sheet in sheets where stages.indices.contains(sheet.grid.stage) {
      let stage = stages[sheet.grid.stage]
      sheet.fill(
        hasValues ? session?.values(of: stage.shown) : nil, ceiling: ceilings[sheet.grid.stage].value,
        isSigned: stage.isSigned, palette: palettes.of(stage), ground: theme.background.pixel)
    }
    enlarged = place.flatMap { alone($0, palettes, theme) }
  }

  private func alone(_ place: InsidePlace, _ palettes: Palettes, _ theme: Theme) -> MapSheet? {
    guard stages.indices.contains(place.stage) else { return nil }
    let stage = stages[place.stage]
    let size = PixelSize(width: stage.columns, height: stage.rows)
    let grid = MapGrid(stage, number: place.stage, at: (0, 0), size: size, pixel: 1, scale: 1)
    guard !stage.isVector, let sheet = try? MapSheet(grid) else { return nil }
    let values = hasValues ? session?.values(of: stage.shown) : nil
    let part = values.map {
      UnsafeBufferPointer(rebasing: $0[place.map * stage.mapCount..<(place.map + 1) * stage.mapCount])
    }
    sheet.fill(
      part, ceiling: ceilings[place.stage].value, isSigned: stage.isSigned, palette: palettes.of(stage),
      ground: theme.background.pixel)
    return sheet
  }

  private func palettes(for theme: Theme) -> Palettes {
    if let palettes, palettes.theme == theme.name { return palettes.colors }
    let colors = Palettes(theme)
    palettes = (theme.name, colors)
    return colors
  }

  /// The colours of values.
  private struct Palettes {
    let plain: [UInt32]
    let signed: [UInt32]

    init(_ theme: Theme) {
      plain = (0...255).map { theme.ramp.color(at: Double($0) / 255).pixel }
      signed = (0...255).map { theme.diverging.color(at: Double($0) / 127.5 - 1).pixel }
    }

    func of(_ stage: InsideStage) -> [UInt32] { stage.isSigned ? signed : plain }
  }

  /// What is told about the picture in numbers: the value at `place`, and how it came to be where that is asked for.
  func findings(at place: InsidePlace?, walk walked: InsidePlace?, channel: Int?) -> InsideFindings {
    var findings = InsideFindings()
    findings.revision = revision
    guard hasValues, let session, let output = stages.last else { return findings }
    findings.logits = session.values(of: output.shown).map(Double.init)
    findings.temperature = Double(session.model.metadata.temperature)
    if let place = place?.inside(stages) {
      let stage = stages[place.stage]
      let index = (place.map * stage.rows + place.row) * stage.columns + place.column
      findings.value = Double(session.values(of: stage.shown)[index])
    }
    if let walked = walked?.inside(stages) {
      findings.walk = WalkReader(session).walk(to: walked, of: stages[walked.stage], channel: channel)
    }
    return findings
  }
}
