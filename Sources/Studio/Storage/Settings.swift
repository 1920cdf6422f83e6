package import Graphics

/// What a user has chosen, from start to start.
package struct Settings: Equatable, Sendable {
  /// The look.
  package enum Look: String, CaseIterable, Sendable {
    /// As the desktop says.
    case system
    case dark, light
  }

  /// What pressure does to the width of a line.
  package enum Pressure: String, CaseIterable, Sendable {
    case off, gentle, full
  }

  /// When a drawing is read.
  package enum Reading: String, CaseIterable, Sendable {
    /// With every stroke.
    case live
    /// When asked to.
    case enter
  }

  package var theme = Look.system
  /// Pixels of one unit; nil: as the desktop says.
  package var scale: Double?
  /// In units of the canvas; nil: the usual.
  package var penWidth: Double?
  package var pressure = Pressure.gentle
  package var reading = Reading.live
  /// The name of a model or its directory; nil: the usual.
  package var model: String?
  /// In units.
  package var windowSize: PixelSize?
  /// nil: as the desktop says.
  package var reducesMotion: Bool?
  /// Where files were opened or saved last.
  package var lastDirectory: String?
  /// What else the file said; it is written again as it was.
  private(set) var others: [SettingsMember] = []

  /// What everybody begins with.
  package init() {}

  /// Takes a member of the file, unless it means nothing here; says whether its value makes sense.
  mutating func take(_ member: SettingsMember) -> Bool {
    switch member.name {
    case "theme": SettingsMember.set(&theme, member.word.flatMap(Look.init))
    case "scale": SettingsMember.set(&scale, member.number(in: 0.5...8))
    case "penWidth": SettingsMember.set(&penWidth, member.number(in: 0.001...1_000_000))
    case "pressure": SettingsMember.set(&pressure, member.word.flatMap(Pressure.init))
    case "reading": SettingsMember.set(&reading, member.word.flatMap(Reading.init))
    case "model": SettingsMember.set(&model, member.word)
    case "windowSize": SettingsMember.set(&windowSize, member.size)
    case "reducesMotion": SettingsMember.set(&reducesMotion, member.flag)
    case "lastDirectory": SettingsMember.set(&lastDirectory, member.word)
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
      penWidth.map { SettingsMember("penWidth", number: $0) },
      SettingsMember("pressure", word: pressure.rawValue),
      SettingsMember("reading", word: reading.rawValue),
      model.map { SettingsMember("model", word: $0) },
      windowSize.map { SettingsMember(name: "windowSize", json: "[\($0.width),\($0.height)]") },
      reducesMotion.map { SettingsMember(name: "reducesMotion", json: "\($0)") },
      lastDirectory.map { SettingsMember("lastDirectory", word: $0) },
    ]
    return known.compactMap(\.self) + others
  }
}
