import DigitData

/// Where Inkling keeps what belongs to one user, by the rules of XDG; nil where there is no home.
///
/// Nothing is created here: whoever writes first creates the directory, for its owner alone.
package struct Directories: Equatable, Sendable {
  /// Settings.
  package let config: String?
  /// Models and drawings of the user's own.
  package let data: String?
  /// What should outlive a start and is no loss: autosave, recent files.
  package let state: String?
  /// What can be fetched again.
  package let cache: String?

  /// The places that `environment` leads to.
  package init(environment: [String: String]) {
    config = UserDirectory.path("XDG_CONFIG_HOME", else: ".config", in: environment)
    data = UserDirectory.path("XDG_DATA_HOME", else: ".local/share", in: environment)
    state = UserDirectory.path("XDG_STATE_HOME", else: ".local/state", in: environment)
    cache = UserDirectory.path("XDG_CACHE_HOME", else: ".cache", in: environment)
  }
}
