"""Files, the clipboard and drops: what goes in and what comes out."""

import json
import os
import sys

from pathlib import Path

from checks import expect, expect_equal, test, until
from drawings import LINE, SEVEN, steps

HERE = Path(__file__).parent
KEYS = {".": "period", "/": "slash", "-": "minus"}


def write(window, text):
    for letter in text:
        window.display.key(KEYS.get(letter, letter))


def canvas_keys(window):
    window.display.move(*window.centre("canvas"))


def answer_chooser(window, path, length=0):
    """Types a whole path in place of the name, which has `length` letters, and Enter."""
    window.wait_views("files.name")
    for _ in range(length):
        window.display.key("BackSpace")
    write(window, str(path))
    window.display.key("Return")


def place_for_files(bench):
    """A directory whose name can be typed without Shift."""
    for number in range(10_000):
        path = Path("/tmp") / f"inkling-files-{os.getpid()}-{number}"
        try:
            path.mkdir()
        except FileExistsError:
            continue
        bench.other_directories.append(path)
        return path


@test("Ctrl+S saves, also when the window is closed at once, and Ctrl+O opens")
def save_and_open(bench):
    directory = place_for_files(bench)
    for turn in range(3):
        path = directory / f"saved-{turn}.ndjson"
        window = bench.open()
        window.draw(SEVEN)
        window.wait_strokes(1)
        canvas_keys(window)
        window.display.key("s", "Control_L")
        answer_chooser(window, path, len("drawing.ndjson"))
        if turn == 0:
            window.wait("notice", lambda event: path.name in event["text"])
        window.wait_views(without=["files.name"])
        window.close()
        expect(path.exists(), f"{path.name} was not saved before the end")
        (line,) = path.read_text().splitlines()
        expect_equal(json.loads(line)["strokes"], window.saved(), "strokes in the file")
    window = bench.open()
    canvas_keys(window)
    window.display.key("o", "Control_L")
    answer_chooser(window, path)
    window.wait_strokes(1)
    window.wait_reading("ok", 7)


@test("Ctrl+Shift+E exports a picture")
def export(bench):
    path = place_for_files(bench) / "picture.png"
    window = bench.open()
    window.draw(SEVEN)
    window.wait_strokes(1)
    canvas_keys(window)
    window.display.key("e", "Control_L", "Shift_L")
    answer_chooser(window, path, len("drawing.png"))
    until(path.exists, "the picture is written")
    again = bench.open(None, path)
    again.wait_reading("ok", 7)


def clipboard(window, *arguments, **options):
    return window.server.run("xclip", "-selection", "clipboard", *arguments, **options)


@test("Ctrl+C offers the canvas as a picture and the answer as text, and Ctrl+V takes it into another window")
def copy_and_paste(bench):
    window = bench.open()
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    canvas_keys(window)
    window.display.key("c", "Control_L")
    window.wait("notice", lambda event: "Copied" in event["text"])
    targets = clipboard(window, "-o", "-t", "TARGETS").decode().split()
    expect({"TARGETS", "image/png", "UTF8_STRING"} <= set(targets), f"targets: {targets}")
    png = clipboard(window, "-o", "-t", "image/png")
    expect(png[:8] == b"\x89PNG\r\n\x1a\n" and png[-8:-4] == b"IEND", f"{len(png)} bytes that are no picture")
    expect(b"even" in clipboard(window, "-o"), "the text does not say seven")
    mark = window.mark
    window.press("clear")
    window.wait_reading("blank", since=mark)
    mark = window.mark
    window.display.key("v", "Control_L")
    window.wait_reading("ok", 7, mark)


@test("a picture and files that other programs have copied are pasted; text and nothing get a notice")
def paste(bench):
    window = bench.open()
    path = bench.home() / "seven.ndjson"
    path.write_text(json.dumps({"strokes": [steps([(x * 100, y * 100) for x, y in SEVEN[0]], 3)]}) + "\n")
    canvas_keys(window)
    for kind, text, check in (
            ("UTF8_STRING", b"words", lambda mark: window.wait("notice", lambda e: "text" in e["text"], mark)),
            ("text/uri-list", f"file://{path}\r\n".encode(), lambda mark: window.wait_reading("ok", 7, mark)),
            ("image/png", b"\x89PNG\r\n\x1a\nrubbish", lambda mark: window.wait("notice", since=mark))):
        # The program that owns the clipboard stays until somebody else does.
        owner = Path(bench.home()) / "contents"
        owner.write_bytes(text)
        window.server.start("xclip", "-quiet", "-selection", "clipboard", "-t", kind, "-i", str(owner))
        until(lambda: clipboard(window, "-o", "-t", kind) == text, f"{kind} is on the clipboard")
        mark = window.mark
        window.display.key("v", "Control_L")
        check(mark)


@test("a drawing that is dropped is opened, and a source that misbehaves does no harm")
def drop(bench):
    path = bench.home() / "a seven.ndjson"
    path.write_text(json.dumps({"strokes": [steps([(x * 100, y * 100) for x, y in SEVEN[0]], 3)]}) + "\n")
    window = bench.open()
    offer = f"text/uri-list=:file://{str(path).replace(' ', '%20')}\\r\\n"
    x, y = map(int, window.centre("canvas"))

    def source(*more):
        return window.server.start(
            sys.executable, str(HERE / "xdnd_source.py"), hex(window.id), "--offer", offer, "--at", f"{x},{y}",
            "--wait", "3", *more)
    for how in ("leave", "die-dragging", "bad-format", "die"):
        source("--misbehave", how).process.wait(30)
    mark = window.mark
    dropped = source()
    window.wait_reading("ok", 7, mark)
    expect_equal(dropped.process.wait(30), 0, "what the source was told")
    window.draw(LINE)
    window.wait_strokes(2)
