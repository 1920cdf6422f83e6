"""Ink, undo, redo, clear, erasing and dots on a server with no window manager."""

from checks import expect, expect_equal, test
from drawings import LINE, SEVEN, distance, in_pixels

NAMES = ("canvas", "pen", "eraser", "undo", "redo", "clear", "tab.home", "tab.draw")


@test("the window appears, and layout names the controls")
def appears(bench):
    window = bench.open()
    layout = window.latest("layout")
    for name in NAMES:
        expect(name in layout["views"], f"layout does not name {name}")
    expect_equal((layout["scale"], layout["tab"]), (1, "draw"), "scale and tab")
    x, y, width, height = window.box("canvas")
    white = window.until_picture(lambda picture: picture.pixel(x + 9, y + 9) == (255, 255, 255), "the canvas is white")
    expect_equal((white.width, white.height), (1280, 800), "size of the window")
    expect(width == height and width > 500, f"the canvas is {width} × {height}")


@test("a drawn seven is read as 7, and the ink is where the pen was")
def seven(bench):
    window = bench.open()
    (line,) = window.draw(SEVEN)
    window.wait_reading("ok", 7)
    told = window.wait_strokes(1)
    expect_equal(told["points"], len(line), "points that the window counts")
    prediction = window.latest("prediction")
    shares = prediction["probabilities"]
    expect(len(shares) == 10 and abs(sum(shares) - 1) < 1e-4, f"probabilities {shares}")
    expect_equal(max(range(10), key=shares.__getitem__), 7, "the most probable digit")
    for name in ("recognise", "eventToInk", "eventToPresent"):
        expect(prediction["milliseconds"][name] >= 0, f"{name} is {prediction['milliseconds'][name]}")
    window.close()
    expect_equal(in_pixels(window.saved(), window.box("canvas")), [line], "places that are kept")
    expect(window.latest("closed"), "no event 'closed'")


@test("ink covers the line of the pointer, ends at the pointer and is nowhere else")
def pixels(bench):
    window = bench.open()
    (line,) = window.draw(SEVEN, release=False)
    (x, y), radius = line[-1], 0.042 * window.box("canvas")[2] / 2
    picture = window.until_picture(lambda picture: picture.is_dark(x, y), "ink under the pointer that is still down")
    missing = [place for place in line if not picture.is_dark(*place)]
    expect(not missing, f"no ink at {missing[:5]}")
    (left, top, width, height) = map(int, window.box("canvas"))
    stray = [(column, row) for column in range(left + 4, left + width - 4, 5)
             for row in range(top + 4, top + height - 4, 5)
             if picture.is_dark(column, row) and distance((column, row), line) > radius + 1.5]
    expect(not stray, f"ink at {stray[:5]}, where nobody drew")
    expect(not picture.is_dark(x, y + radius + 3), "ink goes on behind the pointer")
    window.display.button(1, False)
    window.wait_strokes(1)
    after = window.picture()
    expect(all(after.is_dark(*place) for place in line), "ink is gone after the release")


@test("undo, redo and clear by buttons")
def buttons(bench):
    window = bench.open()
    (line,) = window.draw(SEVEN)
    window.wait_reading("ok", 7)
    middle, told = line[len(line) // 2], []
    for button, strokes, status in (("undo", 0, "blank"), ("redo", 1, "ok"), ("clear", 0, "blank"), ("undo", 1, "ok")):
        mark = window.mark
        window.press(button)
        window.wait_strokes(strokes, mark)
        window.wait_reading(status, since=mark)
        times = window.wait("prediction", lambda event: event["status"] == status, mark)["milliseconds"]
        expect(0 < (times["eventToInk"] or 0) <= (times["eventToPresent"] or 0), f"the press on {button} took {times}")
        told.append(times["eventToInk"])
        window.until_picture(lambda picture: picture.is_dark(*middle) == bool(strokes), f"the canvas after {button}")
    expect(len(set(told)) > 1, f"every press took {told[0]} ms")


@test("undo, redo and clear by keys")
def keys(bench):
    window = bench.open()
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.draw(LINE)
    window.wait_strokes(2)
    for key, strokes in ((("z", "Control_L"), 1), (("z", "Control_L"), 0), (("z", "Control_L", "Shift_L"), 1),
                         (("y", "Control_L"), 2), (("c",), 0), (("z", "Control_L"), 2), (("Delete",), 0),
                         (("z", "Control_L"), 2)):
        mark = window.mark
        window.display.key(*key)
        window.wait_strokes(strokes, mark)


@test("the right button erases, and the pen is back")
def right_button(bench):
    window = bench.open()
    (line,) = window.draw(LINE)
    window.wait_strokes(1)
    mark = window.mark
    window.draw([[(0.5, 0.3), (0.5, 0.7)]], button=3)
    window.wait_strokes(0, mark)
    window.until_picture(lambda picture: not picture.is_dark(*line[3]), "the erased line is gone")
    window.draw(LINE)
    window.wait_strokes(1, mark)
    mark = window.mark
    window.press("undo")
    window.wait_strokes(0, mark)
    window.press("undo")
    window.wait_strokes(1, mark)


@test("the eraser takes the strokes that it touches and no others, in one step")
def eraser(bench):
    window = bench.open()
    rows = [[(0.2, y), (0.8, y)] for y in (0.2, 0.4, 0.8)]
    lines = window.draw(rows)
    window.wait_strokes(3)
    window.press("eraser")
    mark = window.mark
    window.draw([[(0.5, 0.1), (0.5, 0.55)]])
    window.wait_strokes(1, mark)
    picture = window.until_picture(
        lambda picture: not picture.is_dark(*lines[0][4]) and not picture.is_dark(*lines[1][4]), "two lines are gone")
    expect(picture.is_dark(*lines[2][4]), "the third line is gone, too")
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait_strokes(3, mark)
    window.press("pen")
    window.draw(LINE)
    window.wait_strokes(4, mark)


@test("a click is a dot, and no digit")
def dot(bench):
    window = bench.open()
    x, y = window.place(0.5, 0.5)
    window.display.click(x, y)
    expect_equal(window.wait_strokes(1)["points"], 1, "points of a click")
    status = window.wait("prediction")["status"]
    expect(status != "ok", f"a dot is read as {status}")
    picture = window.until_picture(lambda picture: picture.is_dark(x, y), "a dot")
    radius = 0.042 * window.box("canvas")[2] / 2
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        expect(picture.is_dark(x + dx * (radius - 3), y + dy * (radius - 3)), "the dot is smaller than the pen")
        expect(not picture.is_dark(x + dx * (radius + 3), y + dy * (radius + 3)), "the dot is larger than the pen")
