/// Every key that does something, for the sheet that F1 shows.
enum Shortcuts {
  static let all: [(keys: String, does: String)] = [
    ("B", "Pen"),
    ("E", "Eraser, or pen again"),
    ("[  ]", "Thinner, thicker pen"),
    ("Ctrl+Z", "Undo"),
    ("Ctrl+Shift+Z, Ctrl+Y", "Redo"),
    ("C, Delete", "Clear"),
    ("Enter", "Read the drawing now"),
    ("G", "Grid"),
    ("Ctrl+O", "Open a drawing or a picture"),
    ("Ctrl+S", "Save the drawing"),
    ("Ctrl+Shift+E", "Export drawing or chart"),
    ("Ctrl+C", "Copy the canvas"),
    ("Ctrl+V", "Paste a picture"),
    ("Tab, Shift+Tab", "Next, previous control"),
    ("Space, Enter", "Press the control"),
    ("Arrow keys", "Choose, change a value, walk a map"),
    ("PageUp, PageDown", "Next map, or next layer"),
    ("Ctrl+Tab, Ctrl+PageDown", "Next screen"),
    ("Alt+1, Alt+2, Alt+3", "Go to a screen"),
    ("Ctrl++  Ctrl+−  Ctrl+0", "Size of everything"),
    ("F11", "Full screen"),
    ("F1, ?", "These keys"),
    ("Esc", "Close what lies on top"),
    ("Ctrl+Q, Ctrl+W", "Quit; the drawing is kept"),
  ]
}
