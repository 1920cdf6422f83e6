package import Graphics

extension Icon {
  public static let undo = Icon(
    "undo",
    """
    M9 5 L4 10 L9 15 M4 10 L14 10 C17.3 10 20 12.2 20 15 C20 17.8 17.3 20 14 20 L11 20
    """)
  public static let redo = Icon(
    "redo",
    """
    M15 5 L20 10 L15 15 M20 10 L10 10 C6.7 10 4 12.2 4 15 C4 17.8 6.7 20 10 20 L13 20
    """)
  public static let clear = Icon(
    "clear",
    """
    M4 7 L20 7 M9 7 L9 4 L15 4 L15 7 M6 7 L7 20 L17 20 L18 7 M10 11 L10 16 M14 11 L14 16
    """)
  public static let eraser = Icon(
    "eraser",
    """
    M9 20 L4 15 C3.3 14.3 3.3 13.7 4 13 L13 4 C13.7 3.3 14.3 3.3 15 4 L20 9 C20.7 9.7 20.7 10.3 20 11 L11 20 \
    Z M8.5 8.5 L15.5 15.5 M11 20 L20 20
    """)
  public static let pen = Icon(
    "pen",
    """
    M4 20 L5 15.5 L16 4.5 C16.7 3.8 17.5 3.8 18.2 4.5 L19.5 5.8 C20.2 6.5 20.2 7.3 19.5 8 L8.5 19 Z M14 6.5 \
    L17.5 10
    """)
  public static let number = Icon(
    "number",
    """
    M4.5 8.5 L7.5 6 L7.5 18 M12 9 C12 7.2 13.4 6 15.4 6 C17.5 6 19 7.3 19 9.2 C19 11 17.8 12.4 15.8 14.4 L12 18 \
    L19.5 18
    """)
  public static let open = Icon("open", "M3 19 L3 5 L9 5 L11 8 L19 8 L19 11 M3 19 L6 11 L22 11 L19 19 Z")
  public static let save = Icon(
    "save",
    """
    M4 4 L16 4 L20 8 L20 20 L4 20 Z M8 4 L8 9 L15 9 L15 4 M7 20 L7 13 L17 13 L17 20
    """)
  public static let export = Icon("export", "M12 15 L12 4 M7.5 8.5 L12 4 L16.5 8.5 M4 14 L4 20 L20 20 L20 14")
  public static let paste = Icon(
    "paste",
    """
    M9 5 L5 5 L5 21 L19 21 L19 5 L15 5 M9 3 L15 3 L15 7 L9 7 Z M9 12 L15 12 M9 16 L13 16
    """)
  public static let play = Icon("play", "M7 4.5 L19 12 L7 19.5 Z")
  public static let pause = Icon("pause", "M8 5 L8 19 M16 5 L16 19")
  public static let step = Icon("step", "M6 5 L15 12 L6 19 Z M19 5 L19 19")
  public static let rewind = Icon("rewind", "M20 5 L12.5 12 L20 19 Z M11 5 L3.5 12 L11 19 Z")
  public static let forward = Icon("forward", "M4 5 L11.5 12 L4 19 Z M13 5 L20.5 12 L13 19 Z")
  public static let chart = Icon("chart", "M4 4 L4 20 L20 20 M7.5 15.5 L11 11 L14.5 13.5 L20 6")
  public static let matrix = Icon(
    "matrix",
    """
    M4 4 L20 4 L20 20 L4 20 Z M9.5 4 L9.5 20 M14.5 4 L14.5 20 M4 9.5 L20 9.5 M4 14.5 L20 14.5
    """)
  public static let layers = Icon("layers", "M12 3 L21 8 L12 13 L3 8 Z M3 12 L12 17 L21 12 M3 16 L12 21 L21 16")
  public static let compare = Icon(
    "compare",
    """
    M12 3 L12 21 M3 7 L9 7 M3 12 L7 12 M3 17 L8 17 M15 7 L19 7 M15 12 L21 12 M15 17 L18 17
    """)
  public static let batch = Icon("batch", "M3 5 L21 5 L21 19 L3 19 Z M3 10 L21 10 M3 14.5 L21 14.5 M9 10 L9 19")
  public static let image = Icon(
    "image",
    """
    M3 5 L21 5 L21 19 L3 19 Z M3 16 L8.5 10.5 L13.5 15.5 L16 13 L21 17.5 M15.7 7.8 C16.36 7.8 16.9 8.34 16.9 \
    9 C16.9 9.66 16.36 10.2 15.7 10.2 C15.04 10.2 14.5 9.66 14.5 9 C14.5 8.34 15.04 7.8 15.7 7.8 Z
    """)
  public static let lesson = Icon(
    "lesson",
    """
    M12 6.5 C10 5 7 4.5 3 5 L3 18.5 C7 18 10 18.5 12 20 C14 18.5 17 18 21 18.5 L21 5 C17 4.5 14 5 12 6.5 Z \
    M12 6.5 L12 20
    """)
  public static let teach = Icon(
    "teach",
    """
    M7.5 12.5 L7.5 6.5 C7.5 4.6 10.3 4.6 10.3 6.5 L10.3 11 M10.3 10.5 L10.3 4.6 C10.3 2.7 13.1 2.7 13.1 4.6 \
    L13.1 11 M13.1 10.5 L13.1 5.4 C13.1 3.5 15.9 3.5 15.9 5.4 L15.9 11.5 M15.9 11 L15.9 7.6 C15.9 5.7 18.7 \
    5.7 18.7 7.6 L18.7 14.5 C18.7 18.3 16.4 21 13 21 C10.2 21 8.7 19.8 7.3 17.5 L4.6 13.4 C3.6 11.7 6 10.2 \
    7.1 11.8 L7.5 12.5
    """)
  public static let settings = Icon(
    "settings",
    """
    M3 7 L6.5 7 M11.5 7 L21 7 M9 4.5 C10.38 4.5 11.5 5.62 11.5 7 C11.5 8.38 10.38 9.5 9 9.5 C7.62 9.5 6.5 \
    8.38 6.5 7 C6.5 5.62 7.62 4.5 9 4.5 Z M3 17 L12.5 17 M17.5 17 L21 17 M15 14.5 C16.38 14.5 17.5 15.62 \
    17.5 17 C17.5 18.38 16.38 19.5 15 19.5 C13.62 19.5 12.5 18.38 12.5 17 C12.5 15.62 13.62 14.5 15 14.5 Z
    """)
  public static let help = Icon(
    "help",
    """
    M12 3 C16.97 3 21 7.03 21 12 C21 16.97 16.97 21 12 21 C7.03 21 3 16.97 3 12 C3 7.03 7.03 3 12 3 Z M9.2 \
    9.4 C9.2 7.8 10.4 6.8 12 6.8 C13.6 6.8 14.8 7.8 14.8 9.3 C14.8 11.2 12 11.4 12 13.6 M12 16.9 L12 17.1
    """)
  public static let chevron = Icon("chevron", "M6 9 L12 15 L18 9")
  public static let check = Icon("check", "M5 12.5 L10 17.5 L19.5 7")
  public static let close = Icon("close", "M6 6 L18 18 M18 6 L6 18")
  public static let warning = Icon("warning", "M12 4 L21.5 20 L2.5 20 Z M12 10 L12 14.5 M12 17.2 L12 17.4")
  public static let more = Icon(
    "more",
    """
    M5 11 C5.55 11 6 11.45 6 12 C6 12.55 5.55 13 5 13 C4.45 13 4 12.55 4 12 C4 11.45 4.45 11 5 11 Z M12 11 \
    C12.55 11 13 11.45 13 12 C13 12.55 12.55 13 12 13 C11.45 13 11 12.55 11 12 C11 11.45 11.45 11 12 11 Z \
    M19 11 C19.55 11 20 11.45 20 12 C20 12.55 19.55 13 19 13 C18.45 13 18 12.55 18 12 C18 11.45 18.45 11 19 \
    11 Z
    """)
}

extension Icon {
  /// Every icon of the program.
  package static let all: [Icon] = [
    .undo, .redo, .clear, .eraser, .pen, .open, .save, .export, .paste, .play, .pause, .step, .rewind, .forward,
    .chart, .matrix, .layers, .compare, .batch, .image, .lesson, .teach, .settings, .help, .chevron, .check,
    .close, .warning, .more, .number,
  ]

  /// Takes the pieces of a path as text; without a line where it cannot be read.
  init(_ name: String, _ text: String) { self.init(name: name, path: Icon.path(of: text) ?? Path()) }

  /// Reads the pieces of a path: M, L and C with absolute places, Z to close; nil for anything else.
  package static func path(of text: String) -> Path? {
    var path = Path()
    var words = text.split(separator: " ")[...]
    while let word = words.popFirst() {
      var numbers = word.count > 1 ? [word.dropFirst()] : []
      while let next = words.first, next.first?.isLetter == false { numbers.append(words.removeFirst()) }
      let values = numbers.compactMap { Double($0) }
      guard values.count == numbers.count, values.count % 2 == 0 else { return nil }
      let points = stride(from: 0, to: values.count, by: 2).map { Point(x: values[$0], y: values[$0 + 1]) }
      switch (word.first, points.count) {
      case ("M", 1): path.move(to: points[0])
      case ("L", 1): path.line(to: points[0])
      case ("C", 3): path.curve(to: points[2], control: points[0], points[1])
      case ("Z", 0): path.close()
      default: return nil
      }
    }
    return path
  }
}
