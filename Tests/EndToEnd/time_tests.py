"""Going back in time beneath the canvas, and why a digit is read."""

from checks import expect, expect_equal, test
from drawings import CROSSED_SEVEN


def drawn(bench):
    """A window with a crossed seven that has been read."""
    window = bench.open()
    lines = window.draw(CROSSED_SEVEN)
    window.wait_strokes(2)
    window.wait_reading("ok", 7)
    return window, lines


@test("Home goes back to the first ink, End and a new stroke come back to now")
def scrub(bench):
    window, (seven, crossing) = drawn(bench)
    expect("time.scrub" in window.views and "time.play" in window.views, "there is no time machine")
    mark = window.mark
    window.display.key("Home")
    window.until_picture(lambda picture: not picture.is_dark(*seven[-1]) and picture.is_dark(*seven[0]), "the first ink")
    told = window.wait("screen", lambda event: "time" in event["values"], mark)["values"]
    expect(told["time"] == 0 and told["duration"] > 0, f"the moment is told as {told}")
    mark = window.mark
    window.display.key("End")
    window.until_picture(
        lambda picture: picture.is_dark(*seven[-1]) and picture.is_dark(*crossing[-1]), "all of the ink")
    window.wait_reading("ok", 7, mark)
    window.display.key("Home")
    window.until_picture(lambda picture: not picture.is_dark(*seven[-1]), "the first ink again")
    mark = window.mark
    window.draw([[(0.1, 0.9), (0.2, 0.9)]])
    window.wait_strokes(3, mark)
    window.until_picture(lambda picture: picture.is_dark(*seven[-1]), "a new stroke is drawn now")


@test("the drawing is played and comes to rest at its end; dragging goes through it")
def play(bench):
    window, (seven, crossing) = drawn(bench)
    mark = window.mark
    window.press("time.play")
    window.wait("screen", lambda event: event["values"].get("time", 0) > 0, mark)
    window.wait("screen", lambda event: not event["values"], mark)
    window.until_picture(lambda picture: picture.is_dark(*crossing[-1]), "all of the ink after playing")
    x, y, width, height = window.box("time.scrub")
    window.display.stroke([(int(x + width * share), int(y + height / 2)) for share in (0.9, 0.7, 0.5, 0.3, 0.1)])
    window.until_picture(lambda picture: not picture.is_dark(*seven[-1]), "an earlier moment after dragging")


@test("the window says why the digit is read")
def why(bench):
    window, _ = drawn(bench)
    mark = window.mark
    window.press("tab.why")
    told = window.wait("screen", lambda event: event["name"] == "why" and event["values"], mark)["values"]
    expect_equal(told["digit"], 7, "the digit that is explained")
    expect_equal(len(told["withoutStroke"]), 2, "strokes that were taken away")
    window.wait_views("why.map", "why.stroke.0", "why.absent.0")
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait("screen", lambda event: event["name"] == "why" and len(event["values"]["withoutStroke"]) == 1, mark)
