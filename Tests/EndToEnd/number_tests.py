"""Several digits on the canvas, read as one number."""

import json

from checks import expect, expect_equal, test
from exchange_tests import canvas_keys, clipboard

# Lines in a box 0.12 wide and 0.3 high.
SHAPES = {
    "1": [[(0.06, 0), (0.06, 0.3)]],
    "2": [[(0, 0.07), (0.03, 0.01), (0.07, 0), (0.11, 0.03), (0.11, 0.1), (0.06, 0.2), (0, 0.3), (0.06, 0.295),
           (0.12, 0.3)]],
    "4": [[(0.04, 0), (0, 0.18), (0.12, 0.18)], [(0.085, 0.08), (0.08, 0.3)]],
    "7": [[(0, 0.01), (0.12, 0), (0.08, 0.16), (0.05, 0.3)]],
    "-": [[(0.01, 0.155), (0.05, 0.15), (0.09, 0.152)]],
}


def lines(text, left=0.1, top=0.35):
    return [[(left + 0.18 * place + x, top + y) for x, y in line]
            for place, sign in enumerate(text) for line in SHAPES[sign]]


def wait_text(window, text, since=0):
    return window.wait("prediction", lambda event: event.get("text") == text, since)


@test("42 drawn with the pointer is a number, with boxes, a table and text on the clipboard")
def forty_two(bench):
    window = bench.open()
    expect("text" not in (window.latest("prediction") or {}), "one digit is told as a number")
    window.press("reads.number")
    window.wait("screen", lambda event: event["name"] == "draw.number")
    window.draw(lines("42"))
    window.wait_strokes(3)
    told = wait_text(window, "42")
    expect_equal([digit["digit"] for digit in told["digits"]], [4, 2], "digits")
    expect(all(0 < digit["confidence"] <= 1 for digit in told["digits"]), f"confidences of {told['digits']}")
    (x, y, width, height) = told["digits"][0]["box"]
    expect(abs(x - 100) < 12 and abs(y - 350) < 12 and abs(height - 300) < 12, f"box {x, y, width, height}")
    expect_equal(told["digit"], 2, "the digit whose bars are shown")
    expect(len(told["probabilities"]) == 10 and told["milliseconds"]["recognise"] >= 0, f"told {told}")
    window.wait_views("number.sign.1.box", "number.sign.2.box", "number.digit.1", "number.digit.2")
    canvas_keys(window)
    window.display.key("c", "Control_L")
    window.wait("notice", lambda event: "Copied" in event["text"])
    expect_equal(clipboard(window, "-o"), b"42", "the text on the clipboard")
    expect(clipboard(window, "-o", "-t", "image/png")[:4] == b"\x89PNG", "no picture on the clipboard")
    mark = window.mark
    window.draw([[(0.02, 0.5), (0.07, 0.498)]])
    window.wait_strokes(4, mark)
    wait_text(window, "-42", mark)
    window.press("number.copy")
    window.wait("notice", since=mark)
    expect_equal(clipboard(window, "-o"), b"-42", "the copied number")
    mark = window.mark
    window.display.key("Home")
    window.wait("screen", lambda event: event["values"].get("chosen") == 0, mark)


@test("what is read is kept from start to start, and N changes it")
def kept(bench):
    window = bench.open()
    canvas_keys(window)
    mark = window.mark
    window.display.key("n")
    window.wait("screen", lambda event: event["name"] == "draw.number", mark)
    window.draw(lines("71"))
    wait_text(window, "71", mark)
    window.close()
    again = bench.open(None, home=window.home)
    wait_text(again, "71")
    canvas_keys(again)
    mark = again.mark
    again.display.key("n")
    told = again.wait("prediction", lambda event: "text" not in event, mark)
    expect(told["status"] in ("ok", "unsure"), f"one digit is told as {told}")
    again.wait_views("time.play", without=["number.copy"])
    saved = json.loads((window.home / ".config/inkling/settings.json").read_text())
    again.close()
    expect_equal(saved["reads"], "number", "the setting")
    expect_equal(json.loads((window.home / ".config/inkling/settings.json").read_text())["reads"], "digit", "the setting")


@test("a window of 800 × 600 has a button for numbers in the rail")
def small(bench):
    window = bench.open(None, "--size", "800x600")
    window.press("reads")
    mark = window.mark
    window.draw(lines("714"))
    wait_text(window, "714", mark)
    window.wait_views("number.digit.3", "number.copy")
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait_strokes(3, mark)
    mark = window.mark
    window.display.key("z", "Control_L")
    wait_text(window, "71", mark)
