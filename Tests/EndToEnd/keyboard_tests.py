"""Everything can be done with the keyboard, and one sees where it goes."""

from checks import expect, expect_equal, test, until
from drawings import LINE, SEVEN

FOCUS = (11, 63, 138)
# Everything on the first screen that does something when nothing lies over it; of a group only the chosen one is a stop.
CONTROLS = {"tab.draw", "model", "settings", "help", "pen", "eraser", "width", "undo", "redo", "clear", "open", "save",
            "paste", "export", "canvas", "teach", "network"}


def has_ring(picture, box):
    """Whether the middles of all sides of a box, as far as they are in the window, have the focus ring outside."""
    x, y, width, height = box
    sides = ((x + width / 2, y - 2), (x + width / 2, y + height + 1.9), (x - 2, y + height / 2),
             (x + width + 1.9, y + height / 2))
    seen = [picture.pixel(column, row) for column, row in sides
            if 0 <= column < picture.width and 0 <= row < picture.height]
    return len(seen) > 1 and all(color == FOCUS for color in seen)


def ringed(window, picture=None):
    """The names of the controls with the focus ring."""
    picture = picture or window.picture()
    return [name for name, box in window.views.items() if has_ring(picture, box)]


def tab(window, *modifiers):
    """Goes on by one control and gives its name."""
    before = ringed(window)
    window.display.key("Tab", *modifiers)
    (name, *others) = until(
        lambda: [name for name in ringed(window) if name not in before], f"the ring moves on from {before}", 5)
    expect(not others, f"the ring is around {name} and {others}")
    return name


def focus(window, wanted):
    """Goes on to a control."""
    if ringed(window) == [wanted]:
        return
    for _ in range(40):
        if tab(window) == wanted:
            return
    expect(False, f"Tab never comes to {wanted}")


def with_ink(bench):
    """A window in which everything can be pressed: one stroke, and one that was undone."""
    window = bench.open()
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.draw(LINE)
    window.wait_strokes(2)
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait_strokes(1, mark)
    window.wait_reading("ok", 7, mark)
    return window


@test("Tab comes to every control in the order of reading, and Shift+Tab goes back")
def tab_order(bench):
    window = with_ink(bench)
    expect_equal(ringed(window), [], "the ring before the keyboard was used")
    order = [tab(window)]
    while (name := tab(window)) != order[0]:
        order.append(name)
        expect(len(order) < 60 and len(set(order)) == len(order), f"Tab goes in circles: {order}")
    expect(CONTROLS <= set(order), f"Tab does not come to {CONTROLS - set(order)}; it comes to {order}")
    back = [tab(window, "Shift_L") for _ in order]
    expect_equal(back, list(reversed(order)), "the way back")
    window.display.move(5, 5)
    window.display.click(*window.place(0.9, 0.9))
    window.wait_strokes(2)
    until(lambda: ringed(window) == [], "the ring is gone when the pointer is used")


@test("Space and Enter press every control")
def activation(bench):
    window = with_ink(bench)
    for key in ("space", "Return"):
        for name, strokes in (("undo", 0), ("redo", 1), ("redo", 2), ("clear", 0), ("undo", 2), ("undo", 1)):
            focus(window, name)
            mark = window.mark
            window.display.key(key)
            window.wait_strokes(strokes, mark)
        for name, part in (("settings", "settings.grid"), ("help", "shortcut.0"), ("model", "menu"),
                           ("width", "width.slider"), ("export", "export.png")):
            focus(window, name)
            window.display.key(key)
            window.wait_views(part)
            window.display.key("Escape")
            window.wait_views(without=[part])
            until(lambda: ringed(window) == [name], f"the ring is back at {name} after Escape, it is at {ringed(window)}")
        for name in ("eraser", "pen"):
            focus(window, name)
            x, y, width, height = window.box(name)
            before = window.picture().part((x + 2, y + 2, width - 4, height - 4))
            window.display.key(key)
            window.until_picture(
                lambda picture: picture.part((x + 2, y + 2, width - 4, height - 4)) != before, f"{name} is chosen")
        focus(window, "paste")
        mark = window.mark
        window.display.key(key)
        window.wait("notice", since=mark)


@test("arrow keys choose in groups and change values, and Enter asks for an answer")
def arrows(bench):
    window = with_ink(bench)
    focus(window, "tab.draw")
    window.display.key("Left")
    window.wait("layout", lambda event: event["tab"] == "home")
    window.display.key("Right")
    window.wait_views("canvas")
    x, y = window.place(0.5, 0.22)
    shown = window.until_picture(lambda picture: picture.is_dark(x, y) and thickness(picture, x, y) < 40, "the ink")
    thin = thickness(shown, x, y)
    focus(window, "width")
    window.display.key("space")
    window.wait_views("width.slider")
    focus(window, "width.slider")
    for _ in range(4):
        window.display.key("Right")
    window.display.key("Escape")
    window.wait_views(without=["width.slider"])
    window.until_picture(lambda picture: thickness(picture, x, y) > thin + 2, "the ink is wider")


def thickness(picture, x, y):
    rows = range(max(0, y - 60), y + 60)
    return sum(picture.is_dark(x, row) for row in rows)


@test("Escape closes whatever lies over the screen, and F1 and ? show the keys")
def overlays(bench):
    window = bench.open()
    window.display.move(*window.centre("canvas"))
    for key in (("F1",), ("question", "Shift_L")):
        window.display.key(*key)
        window.wait_views("sheet", "shortcut.0", "close")
        window.display.key(*key)
        window.wait_views(without=["sheet"])
        window.display.key(*key)
        window.wait_views("sheet")
        window.display.key("Escape")
        window.wait_views(without=["sheet"])
    # With the network there comes the line of its threshold.
    window.wait_views("bars.threshold")
    for name in ("settings", "model", "width", "export"):
        before, mark = set(window.views), window.mark
        window.press(name)
        opened = set(window.wait("layout", lambda event: set(event["views"]) - before, mark)["views"]) - before
        inside = tab(window)
        expect(inside in opened, f"with {name} open, Tab goes to {inside} behind it")
        window.display.key("Escape")
        until(lambda: not opened & set(window.views), f"{name} is closed")


@test("keys for tools, screens and the size of everything")
def shortcuts(bench):
    window = bench.open(None, "--size", "1280x800")
    window.display.move(*window.centre("canvas"))
    for key, tab_ in ((("Tab", "Control_L"), "inside"), (("Tab", "Control_L", "Shift_L"), "draw"),
                      (("1", "Alt_L"), "home"), (("2", "Alt_L"), "draw"), (("Prior", "Control_L"), "home"),
                      (("Next", "Control_L"), "draw")):
        mark = window.mark
        window.display.key(*key)
        window.wait("layout", lambda event: event["tab"] == tab_, mark)
    for key, scale in (("plus", 1.25), ("plus", 1.5), ("minus", 1.25), ("0", 1)):
        mark = window.mark
        window.display.key(key, "Control_L", *(["Shift_L"] if key == "plus" else []))
        window.wait("layout", lambda event: event["scale"] == scale, mark)
    window.draw(LINE)
    window.wait_strokes(1)
    window.display.key("e")
    mark = window.mark
    window.draw([[(0.5, 0.3), (0.5, 0.7)]])
    window.wait_strokes(0, mark)
    window.display.key("b")
    window.draw(LINE)
    window.wait_strokes(1, mark)
    window.close()
