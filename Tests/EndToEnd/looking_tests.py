"""Photographs corrected by hand, models beside each other, the text about the model: in a real window."""

import struct
import zlib

from checks import expect, expect_equal, test, until
from drawings import SEVEN
from exchange_tests import answer_chooser, place_for_files


def png(width, height, light):
    """The bytes of a grey PNG; `light` gives 0 to 255 for a column and a row."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(light(x, y) for x in range(width)) for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def misleading(x, y):
    """A seven on the right, and something darker and larger on the left."""
    if 70 <= x < 100 and 30 <= y < 230:
        return 16
    stem = 285 - (y - 60) // 3
    return 64 if 60 <= y < 73 and 220 <= x < 300 or 60 <= y < 200 and stem <= x < stem + 15 else 235


def go(window, name):
    """Shows a screen, from the menu where its tab has no room."""
    if f"tab.{name}" not in window.views:
        window.press("more")
        window.wait_views(f"tab.{name}")
    window.press(f"tab.{name}")


def wait_screen(window, name, condition=lambda values: True, since=0):
    return window.wait(
        "screen", lambda event: event["name"] == name and condition(event["values"]), since)["values"]


def drag(window, start, end):
    """Pulls from one place to another with the first button."""
    display = window.display
    places = [(start[0] + (end[0] - start[0]) * step / 8, start[1] + (end[1] - start[1]) * step / 8)
              for step in range(9)]
    display.stroke([(int(x), int(y)) for x, y in places])


@test("a photograph that is read wrong is corrected by a rectangle, and what is no picture is said so")
def image(bench):
    directory = place_for_files(bench)
    path = directory / "photo.png"
    path.write_bytes(png(400, 260, misleading))
    (directory / "text.png").write_text("no picture")
    window = bench.open()
    go(window, "image")
    window.wait_views("image.open")
    window.display.key("o", "Control_L")
    answer_chooser(window, path)
    values = wait_screen(window, "image", lambda values: "status" in values)
    expect_equal((values["width"], values["height"]), (400, 260), "size of the picture")
    expect(values.get("digit") != 7, "the seven is found without help: nothing to correct")
    left, top, width, height = window.box("image.photo")
    unit = min((width - 16) / 400, (height - 16) / 260)

    def place(x, y):
        return left + 8 + x * unit, top + height / 2 + (y - 130) * unit
    mark = window.mark
    drag(window, place(190, 20), place(340, 240))

    # The answer is right before the rectangle is as large as it is to be.
    def is_corrected(values):
        crop = values.get("crop")
        return values.get("digit") == 7 and crop and abs(crop[0] - 190) < 4 and abs(crop[2] - 150) < 8
    values = wait_screen(window, "image", is_corrected, mark)
    mark = window.mark
    window.display.key("Right")
    wait_screen(window, "image", lambda later: later["crop"][0] > values["crop"][0], mark)
    mark = window.mark
    window.display.key("o", "Control_L")
    answer_chooser(window, directory / "text.png")
    window.wait("notice", lambda event: "Could not read text.png" in event["text"], mark)
    mark = window.mark
    window.press("image.canvas")
    window.wait_reading("ok", 7, mark)
    until(lambda: window.latest("layout")["tab"] == "draw", "the canvas is shown")


def reads(values, digit):
    """Whether all models together are sure of a digit."""
    return "together" in values and values["together"][digit] > 0.9


@test("models read the same ink on the small canvas, and one can be taken out")
def compare(bench):
    window = bench.open()
    go(window, "compare")
    values = wait_screen(window, "compare", lambda values: len(values["models"]) >= 2)
    for name, figures in values["models"].items():
        expect(figures["accuracy"] > 0.9 and figures["milliseconds"] > 0, f"{name}: {figures}")
    mark = window.mark
    window.draw(SEVEN)
    window.wait_reading("ok", 7, mark)
    values = wait_screen(window, "compare", lambda values: reads(values, 7), mark)
    expect_equal(set(values["probabilities"]), set(values["models"]), "models that have read it")
    first = sorted(values["models"])[0]
    mark = window.mark
    window.press(f"compare.model.{first}")
    wait_screen(window, "compare", lambda values: first not in values["models"], mark)
    window.close()


@test("the text about the model is reached from the settings and scrolled by the keyboard")
def about(bench):
    window = bench.open()
    window.press("settings")
    window.wait_views("about")
    window.press("about")
    values = wait_screen(window, "about", lambda values: values["lines"] > 10)
    expect(values["version"] not in ("", "unknown"), f"version {values['version']}")
    mark = window.mark
    window.display.key("Next")
    wait_screen(window, "about", lambda values: values["scroll"] > 0, mark)
    window.display.key("Escape")
    until(lambda: window.latest("layout")["tab"] == "draw", "Escape goes back")
