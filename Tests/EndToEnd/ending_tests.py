"""How it ends, and what it does without a window."""

import json
import time
import zlib
from pathlib import Path

from checks import expect, expect_equal, test, until
from drawings import CROSSED_SEVEN, SEVEN, in_pixels, steps
from program import Program


def check_last_words(program, status, *words):
    expect_equal(program.ended(), status, "exit status")
    lines = program.errors.decode().splitlines()
    expect(len(lines) == 1, f"not one line on standard error: {lines}")
    for word in words:
        expect(word in lines[0], f"'{word}' is not in: {lines[0]}")


def drawing_file(bench, shape=SEVEN, side=100):
    """A file with one drawing in units of its own."""
    path = bench.home() / "seven.ndjson"
    strokes = [steps([(x * side, y * side) for x, y in corners], 3) for corners in shape]
    path.write_text(json.dumps({"label": "7", "strokes": strokes}) + "\n")
    return path


@test("the X server dies: status 1, one line, and the drawing is back")
def server_dies(bench):
    server = bench.server()
    window = bench.open(server)
    (line,) = window.draw(SEVEN)
    window.wait_strokes(1)
    canvas = window.box("canvas")
    server.kill()
    check_last_words(window, 1, "inkling: ")
    expect_equal(in_pixels(window.saved(), canvas), [line], "the drawing that is kept")
    again = bench.open(home=window.home)
    again.wait_strokes(1)
    again.wait_reading("ok", 7)


@test("the X server takes the window away: status 1, one line")
def window_is_killed(bench):
    window = bench.open()
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.display.kill_client(window.id)
    check_last_words(window, 1, "inkling: ")
    expect_equal(len(window.saved()), 1, "strokes that are kept")


@test("no display: status 1 and one line that says what to do")
def no_display(bench):
    check_last_words(Program(bench), 1, "DISPLAY", "--screenshot")
    check_last_words(Program(bench, display=":77777"), 1, "77777")
    check_last_words(Program(bench, display="nonsense"), 1, "nonsense")


@test("a screen of 16 bits: the window has more of its own, where the server can")
def shallow_screen(bench):
    window = bench.open(bench.server(screen="800x600x16"))
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    window.close()


@test("SIGTERM and SIGINT in the middle of a stroke: it is kept, status 130")
def terminated(bench):
    for number in (15, 2):
        window = bench.open()
        (line,) = window.draw(SEVEN, release=False)
        window.wait("prediction")
        until(lambda: len(in_pixels(window.saved(), window.box("canvas"))[:1] or [[]]) and window.saved() != [], "saved")
        expect_equal(window.signal(number), 130, f"exit status after signal {number}")
        window.display.release_all()
        expect_equal(in_pixels(window.saved(), window.box("canvas")), [line], "the drawing that is kept")
        expect(window.latest("closed"), "no event 'closed'")


@test("nobody reads the events any more: the window goes on")
def no_reader(bench):
    window = bench.open()
    window.stop_reading()
    lines = window.draw(CROSSED_SEVEN)
    until(lambda: in_pixels(window.saved(), window.box("canvas")) == lines, "the drawing is kept")
    expect_equal(window.terminate(), 130, "exit status")


@test("a reader of events that does not read holds nothing up")
def slow_reader(bench):
    window = bench.open(None, "--screen", "inside.layers")
    window.pause_reading()
    # Each layout of all maps is 20 kB long, and a pipe holds 64.
    for _ in range(10):
        for key in "21":
            window.display.key(key, "Alt_L")
            time.sleep(0.05)
    window.display.key("2", "Alt_L")
    time.sleep(0.5)
    lines = window.draw(SEVEN)
    until(lambda: in_pixels(window.saved(), window.box("canvas")) == lines, "the drawing is kept")
    window.go_on_reading()
    window.wait_reading("ok", 7)
    expect(all(event["event"] != "rubbish" for event in window.events), "a line was cut")


def read_png(path):
    """Width, height and rows of a PNG without a palette; each row begins with its filter."""
    data = path.read_bytes()
    expect(data[:8] == b"\x89PNG\r\n\x1a\n", "not a PNG file")
    at, packed, size = 8, b"", None
    while at < len(data):
        length, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
        content = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            size = int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")
        if kind == b"IDAT":
            packed += content
        at += 12 + length
    return (*size, zlib.decompress(packed))


@test("--screenshot with no X server: any screen, size and scale")
def screenshot(bench):
    pixels = {}
    for name, options, size in (
            ("home", ("--screen", "home"), (1280, 800)), ("draw", ("--screen", "draw", "--theme", "dark"), (1280, 800)),
            ("small", ("--size", "800x600"), (800, 600)), ("double", ("--scale", "2"), (2560, 1600)),
            ("replay", ("--replay", drawing_file(bench), "--theme", "dark"), (1280, 800))):
        path = bench.home() / f"{name}.png"
        program = Program(bench, "--screenshot", path, *options)
        expect_equal(program.ended(60), 0, f"exit status, {name}; {program.last_words()}")
        *found, pixels[name] = read_png(path)
        expect_equal(tuple(found), size, f"size, {name}")
        expect(len(set(pixels[name])) > 20, f"{name} is empty")
        if name == "replay":
            expect_equal(program.latest("prediction")["digit"], 7, "the digit that was replayed")
    expect(len(set(pixels.values())) == len(pixels), "two screens are the same")


@test("--screenshot says what could not be had, by its status and in a line")
def screenshot_without(bench):
    path, lines = bench.home() / "out.png", bench.home() / "lines.ndjson"
    lines.write_text(drawing_file(bench).read_text() + "{}\n[1\n")
    for status, word, *options in (
            (2, "nosuch", "--screen", "nosuch"), (2, "pixels", "--size", "7680x4320", "--scale", "3"),
            (4, "nosuch", "--model", "nosuch"), (3, "nosuch", "--replay", "/nosuch.ndjson"),
            (3, "nosuch", "/nosuch.png"), (3, "line 2", "--replay", lines), (3, "line 2", lines)):
        check_last_words(Program(bench, "--screenshot", path, *options), status, "inkling: ", word)


@test("a drawing file with lines that are none: the others are used, and a notice names the first")
def bad_lines(bench):
    lines = bench.home() / "lines.ndjson"
    lines.write_text("{}\n" + drawing_file(bench).read_text() + "[1\n")
    window = bench.open(None, lines)
    window.wait_reading("ok", 7)
    window.wait("notice", lambda event: "line 1" in event["text"] and "1 more line" in event["text"])


@test("--replay in a window draws and reads the drawing")
def replay(bench):
    window = bench.open(None, "--replay", drawing_file(bench))
    window.wait_strokes(1)
    window.wait_reading("ok", 7)
    x, y = window.place(0.5, 0.5)
    radius = 40
    window.until_picture(
        lambda picture: any(picture.is_dark(x + dx, y) for dx in range(-3 * radius, 3 * radius)), "ink of the replay")
    window.close()


@test("a drawing as argument is opened, and undo brings the blank canvas back")
def opens(bench):
    window = bench.open(None, drawing_file(bench))
    window.wait_strokes(1)
    window.wait_reading("ok", 7)
    mark = window.mark
    window.display.move(*window.centre("canvas"))
    window.display.key("z", "Control_L")
    window.wait_strokes(0, mark)


@test("models that cannot be used: a notice that names them, and drawing works")
def broken_model(bench):
    empty, cut = bench.home(), bench.home()
    (cut / "model.safetensors").write_bytes(b"\xff" * 64)
    for model in (empty, cut, "nosuchmodel"):
        window = bench.open(None, "--model", model)
        window.wait("notice", lambda event: str(model).split("/")[-1] in event["text"] and "Choose" in event["text"])
        window.draw(SEVEN)
        window.wait_strokes(1)
        window.close()


@test("a file that cannot be opened: a notice, and the drawing stays")
def unreadable(bench):
    rubbish = bench.home() / "rubbish.png"
    rubbish.write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    for path in (rubbish, bench.home() / "missing.png"):
        window = bench.open(None, path)
        window.wait("notice", lambda event: path.name in event["text"])
        window.draw(SEVEN)
        window.wait_strokes(1)
        window.close()


def told_of(window):
    """What the system says of its process: name, arguments, variables."""
    place = Path("/proc") / str(window.process.pid)
    name, arguments, variables = ((place / what).read_bytes() for what in ("comm", "cmdline", "environ"))
    return name.strip(), arguments.split(b"\0"), variables.split(b"\0")


@test("threads that wait sleep soon, unless somebody has chosen how they wait; the process keeps its name")
def waiting(bench):
    window = bench.open(None, "--size", "800x600")
    name, arguments, variables = told_of(window)
    expect(b"GOMP_SPINCOUNT=10000" in variables, "threads spin as long as they like")
    expect_equal(name, b"inkling", "the name of the process")
    expect(arguments[-3:] == [b"--size", b"800x600", b""], f"the arguments are now {arguments}")
    window.close()
    window = bench.open(env={"OMP_WAIT_POLICY": "active"})
    expect(not any(one.startswith(b"GOMP_SPINCOUNT") for one in told_of(window)[2]), "the choice was not heeded")
