"""What a window manager and a desktop see: properties, sizes, full screen, scale."""

import socket

import layouts
from checks import expect, expect_equal, test, until
from drawings import LINE, SEVEN, steps


@test("title, class, process, machine, protocols and icon are told")
def properties(bench):
    window = bench.open(bench.desktop())

    def property_(name):
        return window.display.property(window.id, name)
    expect_equal(property_("_NET_WM_NAME"), b"Inkling", "_NET_WM_NAME")
    expect_equal(property_("WM_NAME"), b"Inkling", "WM_NAME")
    expect_equal(property_("WM_CLASS"), b"inkling\0Inkling\0", "WM_CLASS")
    expect_equal(property_("_NET_WM_PID"), [window.process.pid], "_NET_WM_PID")
    expect_equal(property_("WM_CLIENT_MACHINE"), socket.gethostname().encode(), "WM_CLIENT_MACHINE")
    protocols = property_("WM_PROTOCOLS")
    for name in ("WM_DELETE_WINDOW", "_NET_WM_PING", "_NET_WM_SYNC_REQUEST"):
        expect(window.display.atom(name) in protocols, f"WM_PROTOCOLS has no {name}")
    listed = window.server.run("wmctrl", "-lp").decode()
    expect(f" {window.process.pid} " in listed and "Inkling" in listed, f"wmctrl lists {listed!r}")
    check_icon(property_("_NET_WM_ICON"))


def check_icon(numbers):
    expect(numbers, "no _NET_WM_ICON")
    sides, at = [], 0
    while at < len(numbers):
        width, height = numbers[at:at + 2]
        pixels = numbers[at + 2:at + 2 + width * height]
        expect(width == height and len(pixels) == width * height, f"an icon of {width} × {height} is cut short")
        expect(any(pixel >> 24 == 255 for pixel in pixels), f"the icon of {width} shows nothing")
        sides.append(width)
        at += 2 + width * height
    expect(len(sides) >= 4 and 16 in sides and max(sides) >= 128, f"icons of {sides}")


@test("the window manager's button closes it: status 0")
def delete_window(bench):
    window = bench.open(bench.desktop())
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.server.run("wmctrl", "-ic", hex(window.id))
    expect_equal(window.ended(), 0, "exit status")
    expect(window.latest("closed"), "no event 'closed'")
    expect_equal(len(window.saved()), 1, "strokes that are kept")


@test("it answers that it is alive while it is drawn on")
def ping(bench):
    window = bench.open(bench.desktop())
    display = window.display
    display.listen_to_messages()
    places = steps([window.place(*corner) for corner in ((0.1, 0.1), (0.9, 0.2), (0.2, 0.5), (0.9, 0.9), (0.1, 0.8))], 3)
    answers = []
    for index in range(0, len(places), 40):
        display.stroke(places[index:index + 40], release=False)
        stamp = 1000 + index
        display.send_message(window.id, "WM_PROTOCOLS", [display.atom("_NET_WM_PING"), stamp, window.id, 7, 9])
        answers.append(until(
            lambda: display.next_message(lambda data: data[0] == display.atom("_NET_WM_PING")), "an answer to a ping"))
        expect_equal(answers[-1][1:], [stamp, window.id, 7, 9], "what comes back")
    display.button(1, False)
    expect(len(answers) > 5, f"only {len(answers)} pings")


def resize(window, width, height):
    mark = window.mark
    window.server.run("wmctrl", "-ir", hex(window.id), "-e", f"0,-1,-1,{width},{height}")
    return mark


def size(window):
    attributes = window.display.attributes(window.id)
    return attributes.width, attributes.height


def wait_size(window, wanted, mark):
    """Waits until the window is so large and has laid everything out in it; gives the layout."""
    until(lambda: size(window) == wanted, lambda: f"the size {wanted}, it is {size(window)}")

    def fits(event):
        x, y, width, height = event["views"]["status"]
        return abs(x + width - wanted[0]) < 2 and abs(y + height - wanted[1]) < 2
    event = window.wait("layout", fits, mark)
    window.display.origin = window.display.corner(window.id)
    return event


@test("it cannot be made smaller than it can be used, and fits 800 × 600")
def minimum(bench):
    window = bench.open(bench.desktop())
    hints = window.display.property(window.id, "WM_NORMAL_HINTS")
    expect(hints and hints[0] & 16, "WM_NORMAL_HINTS has no least size")
    expect(not hints[0] & 5, "WM_NORMAL_HINTS says where to stand")
    least = tuple(hints[5:7])
    expect(320 < least[0] <= 800 and 240 < least[1] <= 600, f"the least size is {least}")
    layouts.check(wait_size(window, least, resize(window, 100, 100))["views"], least)
    window.draw(SEVEN)
    window.wait_reading("ok", 7)


@test("at every size nothing overlaps, nothing leaves the window, and drawing works")
def sizes(bench):
    server = bench.server(screen="2000x1300x24")
    server.start_window_manager()
    window = bench.open(server)
    for number, wanted in enumerate(((800, 600), (1024, 700), (760, 1000), (1100, 1200), (1900, 1200), (1280, 800))):
        event = wait_size(window, wanted, resize(window, *wanted))
        layouts.check(event["views"], wanted)
        mark = window.mark
        window.draw(SEVEN)
        window.wait_reading("ok", 7, mark)
        mark = window.mark
        window.press("clear")
        window.wait_strokes(0, mark)
    window.display.key("1", "Alt_L")
    window.wait("layout", lambda event: event["tab"] == "home")
    for wanted in ((800, 600), (1900, 1200), (760, 1000)):
        layouts.check(wait_size(window, wanted, resize(window, *wanted))["views"], wanted)


@test("F11 fills the screen, and F11 and Escape bring it back")
def fullscreen(bench):
    window = bench.open(bench.desktop())
    before = size(window)
    window.draw(LINE)
    window.wait_strokes(1)
    for key in ("F11", "Escape"):
        mark = window.mark
        window.display.move(*window.centre("canvas"))
        window.display.key("F11")
        wait_size(window, (1280, 800), mark)
        expect(window.display.atom("_NET_WM_STATE_FULLSCREEN")
               in (window.display.property(window.id, "_NET_WM_STATE") or []), "_NET_WM_STATE has no full screen")
        expect_equal(window.display.origin, (0, 0), "corner of the window")
        layouts.check(window.views, (1280, 800))
        mark = window.mark
        window.display.key(key)
        until(lambda: window.display.atom("_NET_WM_STATE_FULLSCREEN")
              not in (window.display.property(window.id, "_NET_WM_STATE") or []), f"{key} ends full screen")
        wait_size(window, before, mark if before != (1280, 800) else 0)


@test("Xft.dpi 192 doubles everything at once, and 96 halves it")
def dots_per_inch(bench):
    server = bench.server(screen="3000x2000x24")
    server.start_window_manager()
    window = bench.open(server)
    wait_size(window, (2800, 1800), resize(window, 2800, 1800))
    pen = window.box("pen")
    for dots, scale in ((192, 2), (144, 1.5), (96, 1)):
        mark = window.mark
        display = server.display
        display.set_text(display.root, "RESOURCE_MANAGER", f"Xft.dpi:\t{dots}\n")
        event = window.wait("layout", lambda event: event["scale"] == scale, mark)
        until(lambda: abs(window.box("pen")[3] - pen[3] * scale) < 1 or size(window) != (2800, 1800),
              "the buttons have grown")
        width, height = size(window)
        window.wait("layout", lambda event: abs(sum(event["views"]["status"][1::2]) - height) < 2, mark)
        layouts.check(window.views, (width, height))
        display.origin = display.corner(window.id)
        mark = window.mark
        (line,) = window.draw(SEVEN)
        window.wait_reading("ok", 7, mark)
        window.until_picture(lambda picture: picture.is_dark(*line[-1]), "ink under the pointer")
        # The next scale must not come before the press: another button would be in its place.
        mark = window.mark
        window.press("clear")
        window.wait_strokes(0, mark)


@test("covered and uncovered, the window shows what it showed")
def exposed(bench):
    window = bench.open(bench.desktop())
    (line,) = window.draw(SEVEN)
    window.wait_reading("ok", 7)
    window.until_picture(lambda picture: all(picture.is_dark(*place) for place in line), "the ink")
    cover = window.server.start("xev", "-geometry", "900x700+100+80")
    until(lambda: window.display.window_above(window.id), "another window lies above")
    cover.end()
    window.until_picture(lambda picture: all(picture.is_dark(*place) for place in line), "the ink after it was covered")
