/// What lies over a screen until it is dismissed.
package enum Overlay: Equatable, Sendable {
  case models, settings, shortcuts, width, more, export
  case learnPresets
  case teach
  case files(FileChooser)
  case batch(BatchMenu)
}
