package import Graphics

/// What a user has chosen, from start to start.
package struct Settings: Equatable, Sendable {
  /// The look.
  package enum Look: String, CaseIterable, Sendable {
    /// As the desktop says.
    case system
    case dark, light
  }

  /// When a drawing is read.
  package enum Reading: String, CaseIterable, Sendable {
    /// With every stroke.
    case live
    /// When asked to.
    case enter
  }

  /// What a drawing is read as.
  package enum Reads: String, CaseIterable, Sendable {
    case digit
    /// Several digits, a minus sign, a decimal point.
    case number
  }

  package var theme = Look.system
  /// Pixels of one unit; nil: as the desktop says.
  package var scale: Double?
  /// In units of the canvas.
  package var penWidth = Settings.usualPenWidth
  package var pressure = PressureWidth.gentle
  package var reading = Reading.live
  package var reads = Reads.digit
  /// Whether the canvas has a grid.
  package var hasGrid = false
  /// The name of a model or its directory; nil: the usual.
  package var model: String?
  /// In units.
  package var windowSize: PixelSize?
  /// nil: as the desktop says.
  package var reducesMotion: Bool?
  /// Where files were opened or saved last.
  package var lastDirectory: String?
  /// A folder with the four files of MNIST; nil: the usual places.
  package var digits: String?
  /// What else the file said; it is written again as it was.
  private(set) var others: [SettingsMember] = []

  /// The width of the pen before anybody changes it.
  package static let usualPenWidth = 42.0
  /// The widths that can be chosen.
  package static let penWidths = 10.0...120.0
  /// The model before anybody chooses another.
  static let usualModel = "inkling"

  /// What everybody begins with.
  package init() {}

  /// Takes a member of the file, unless it means nothing here; says whether its value makes sense.
  mutating func take(_ member: SettingsMember) -> Bool {
    switch member.name {
    case "theme": SettingsMember.set(&theme, member.word.flatMap(Look.init))
    case "scale": SettingsMember.set(&scale, member.number(in: 0.5...8))
    case "penWidth": SettingsMember.set(&penWidth, member.number(in: Settings.penWidths))
    case "pressure": SettingsMember.set(&pressure, member.word.flatMap(PressureWidth.init))
    case "reading": SettingsMember.set(&reading, member.word.flatMap(Reading.init))
    case "reads": SettingsMember.set(&reads, member.word.flatMap(Reads.init))
    case "grid": SettingsMember.set(&hasGrid, member.flag)
    case "model": SettingsMember.set(&model, member.word)
    case "windowSize": SettingsMember.set(&windowSize, member.size)
    case "reducesMotion": SettingsMember.set(&reducesMotion, member.flag)
    case "lastDirectory": SettingsMember.set(&lastDirectory, member.word)
    case "digits": SettingsMember.set(&digits, member.word)
    default: keep(member)
    }
  }

  private mutating func keep(_ member: SettingsMember) -> Bool {
    others.append(member)
    return true
  }

  /// What the file says, members in a fixed order.
  var members: [SettingsMember] {
    let known: [SettingsMember?] = [
      SettingsMember("theme", word: theme.rawValue),
      scale.map { SettingsMember("scale", number: $0) },
      SettingsMember("penWidth", number: penWidth),
      SettingsMember("pressure", word: pressure.rawValue),
      SettingsMember("reading", word: reading.rawValue),
      SettingsMember("reads", word: reads.rawValue),
      SettingsMember(name: "grid", json: "\(hasGrid)"),
      model.map { SettingsMember("model", word: $0) },
      windowSize.map { SettingsMember(name: "windowSize", json: "[\($0.width),\($0.height)]") },
      reducesMotion.map { SettingsMember(name: "reducesMotion", json: "\($0)") },
      lastDirectory.map { SettingsMember("lastDirectory", word: $0) },
      digits.map { SettingsMember("digits", word: $0) },
    ]
    return known.compactMap(\.self) + others
  }
}

extension Settings {
  /// Whether a drawing is read with every stroke.
  var isLive: Bool {
    get { reading == .live }
    set { reading = newValue ? .live : .enter }
  }

  /// The nearest width that can be chosen.
  static func limited(_ width: Double) -> Double {
    width.isFinite ? min(penWidths.upperBound, max(penWidths.lowerBound, width)) : usualPenWidth
  }
}
