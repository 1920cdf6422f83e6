"""A lesson in a real window: a clicker leads through it, and the own drawing comes back."""

import json
import pathlib

from checks import expect, expect_equal, test, until
from drawings import SEVEN

LESSON = {
    "lesson": 1, "title": "Test",
    "drawings": {"bar": {"strokes": [[[300, 300], [700, 300], [700, 320]]]}},
    "steps": [
        {"say": "A bar.", "screen": "draw", "drawing": "bar"},
        {"say": "Its way.", "screen": "inside.pipeline", "without": ["box"]},
        {"say": "Two models.", "screen": "compare", "models": ["untrained", "own"]},
    ],
}


def step(window, number, since=0):
    """The step that the window tells, once it is this one."""
    return window.wait(
        "screen", lambda event: event["name"] == "lessons" and event["values"].get("step") == number, since)["values"]


@test("a lesson is opened, led through by a clicker, and gives the own drawing back")
def clicker(bench):
    home = bench.home()
    path = pathlib.Path(home) / "class.lesson"
    path.write_text(json.dumps(LESSON))
    window = bench.open(None, "--size", "1280x800", str(path), home=home)
    told = step(window, 1)
    expect_equal((told["of"], told["title"], told["say"], told["screen"]), (3, "Test", "A bar.", "draw"), "step 1")
    window.wait_views("lesson.next", "lesson.text", "canvas", without=["status"])
    mark = window.mark
    window.display.key("Next")
    step(window, 2, mark)
    window.wait("screen", lambda event: event["name"] == "inside" and event["values"]["stepsOff"] == ["box"], mark)
    window.display.key("Right")
    step(window, 3)
    window.wait_views("compare.bars.untrained", "compare.bars.inkling")
    mark = window.mark
    window.display.key("Prior")
    step(window, 2, mark)
    mark = window.mark
    window.display.key("b")
    window.until_picture(lambda picture: picture.is_dark(640, 400) and picture.is_dark(20, 20), "a black screen")
    window.display.key("Next")
    window.wait_views("lesson.next")
    window.display.key("Escape")
    window.wait("screen", lambda event: event["name"] == "lessons" and not event["values"], mark)
    window.wait_views("status", "canvas", without=["lesson.next"])
    expect_equal(window.saved(), [], "the drawing that is kept")
    window.close()


@test("the drawing is safe while a lesson is given, and the presenter view fills the screen")
def safety(bench):
    window = bench.open(None, "--size", "1280x800")
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    until(lambda: len(window.saved()) == 1 and window.saved()[0][-1][1] == 800, "the seven is kept to its last point")
    own = window.saved()
    if "tab.lessons" not in window.views:
        window.press("more")
        window.wait_views("tab.lessons")
    window.press("tab.lessons")
    window.wait_views("lessons.1", "lessons.4")
    window.press("lessons.1")
    step(window, 1)
    scale = window.latest("layout")["scale"]
    mark = window.mark
    window.display.key("F5")
    layout = window.wait("layout", lambda event: event["scale"] > scale, mark)
    expect(layout["scale"] <= 1.6, f"the presenter view has the scale {layout['scale']}")
    window.draw([[(0.2, 0.2), (0.8, 0.8)]])
    expect_equal(window.saved(), own, "the drawing that is kept in the lesson")
    window.display.key("F5")
    window.wait("layout", lambda event: event["scale"] == scale, mark)
    window.kill()
    again = bench.open(None, "--size", "1280x800", home=window.home)
    again.wait_strokes(1)
    expect_equal(again.saved(), own, "the drawing after a crash")
    again.close()


@test("a broken lesson is named in one line and harms nothing")
def broken(bench):
    home = bench.home()
    path = pathlib.Path(home) / "broken.lesson"
    path.write_text('{"title": "T", "steps": ' + "[" * 100000)
    window = bench.open(None, "--size", "1280x800", str(path), home=home)
    notice = window.wait("notice", lambda event: "broken.lesson" in event["text"])["text"]
    expect("cannot be given" in notice and "\n" not in notice, notice)
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    window.close()
