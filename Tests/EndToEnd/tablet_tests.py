"""A pen with pressure, its eraser end, fingers and devices that come and go."""

import time

from checks import expect, expect_equal, test, until
from drawings import LINE, SEVEN, in_pixels, steps


def places(window, *corners):
    x, y = window.display.origin
    return [(column + x, row + y) for column, row in steps([window.place(*corner) for corner in corners])]


def thickness(picture, x, y):
    """How many dark pixels there are above and below a place."""
    count = 0
    for step in (1, -1):
        row = y if step == 1 else y - 1
        while 0 <= row < picture.height and picture.is_dark(x, row):
            count += 1
            row += step
    return count


@test("a pen draws where it is, and pressure widens the line")
def pressure(bench):
    server = bench.tablet()
    window = bench.open(server)
    line = places(window, (0.1, 0.5), (0.9, 0.5))
    pressures = [0.1 + 0.8 * index / (len(line) - 1) for index in range(len(line))]
    server.devices["stylus"].stroke(line, pressures)
    expect_equal(window.wait_strokes(1)["points"], len(line), "points")
    picture = window.until_picture(lambda picture: picture.is_dark(*line[-2]), "the line")
    widths = [thickness(picture, *line[int(share * len(line))]) for share in (0.1, 0.5, 0.9)]
    expect(widths[0] + 3 < widths[1] < widths[2] - 3, f"widths along the line: {widths}")
    window.close()
    (stroke,) = window.saved()
    expect(all(abs(x - wanted[0]) <= 1 and abs(y - wanted[1]) <= 1
               for (x, y), wanted in zip(in_pixels([stroke], window.box("canvas"))[0], line)), "it drew elsewhere")
    found = [point[2] for point in stroke]
    expect(all(abs(one - two) < 0.01 for one, two in zip(found, pressures)), f"pressures {found[:3]} … {found[-3:]}")


@test("a pen that says it presses with 0 draws a line of the usual width")
def no_pressure(bench):
    server = bench.tablet()
    window = bench.open(server)
    line = places(window, (0.2, 0.5), (0.8, 0.5))
    server.devices["stylus"].stroke(line, 0)
    window.wait_strokes(1)
    picture = window.until_picture(lambda picture: picture.is_dark(*line[len(line) // 2]), "the line")
    wanted = 0.042 * window.box("canvas")[2]
    found = thickness(picture, *line[len(line) // 2])
    expect(abs(found - wanted) <= 2, f"the line is {found} wide, not {wanted}")


@test("the other end of the pen erases, and the pen draws again afterwards")
def eraser_end(bench):
    server = bench.tablet()
    window = bench.open(server)
    stylus, eraser = server.devices["stylus"], server.devices["eraser"]
    line = places(window, *SEVEN[0])
    stylus.stroke(line, 0.5)
    window.wait_reading("ok", 7)
    mark = window.mark
    eraser.stroke(places(window, (0.1, 0.3), (0.9, 0.6)), 0.5)
    window.wait_strokes(0, mark)
    window.until_picture(lambda picture: not picture.is_dark(*line[5]), "the ink is erased")
    mark = window.mark
    stylus.stroke(line, 0.5)
    window.wait_strokes(1, mark)
    window.until_picture(lambda picture: picture.is_dark(*line[5]), "the new ink")


@test("one finger draws and two do not")
def fingers(bench):
    server = bench.tablet()
    window = bench.open(server)
    finger = server.devices["screen"]
    line = places(window, *SEVEN[0])
    draw_by_finger(finger, 1, line)
    expect_equal(window.wait_strokes(1)["points"], len(line), "points")
    window.wait_reading("ok", 7)
    first, second = places(window, (0.2, 0.9), (0.8, 0.9)), places(window, (0.2, 0.1), (0.8, 0.1))
    finger.touch(2, finger.BEGIN, first[0])
    finger.touch(3, finger.BEGIN, second[0])
    for one, two in zip(first, second):
        finger.touch(2, finger.UPDATE, one)
        finger.touch(3, finger.UPDATE, two)
    finger.touch(2, finger.END, first[-1])
    finger.touch(3, finger.END, second[-1])
    finger.sync()
    mark = window.mark
    draw_by_finger(finger, 4, line)
    window.wait("stroke", since=mark)
    window.close()
    for stroke in window.saved():
        middle = in_pixels([stroke], window.box("canvas"))[0][len(stroke) // 2]
        expect(middle not in first[3:] + second[3:], "two fingers have drawn a line")


def draw_by_finger(finger, number, line):
    finger.touch(number, finger.BEGIN, line[0])
    for place in line[1:]:
        finger.touch(number, finger.UPDATE, place)
        time.sleep(0.002)
    finger.touch(number, finger.END, line[-1])
    finger.sync()


@test("a pen that is pulled out in the middle of a line and put in again draws with pressure")
def hot_plug(bench):
    server = bench.tablet()
    window = bench.open(server)
    stylus = server.devices["stylus"]
    number = server.number("Test Tablet Pen stylus")
    line = places(window, (0.1, 0.3), (0.9, 0.3))
    stylus.move(line[0])
    stylus.button(1, True, line[0], 0.5)
    for place in line[1:30]:
        stylus.move(place, 0.5)
    stylus.sync()
    window.wait("prediction")
    server.run("xinput", "disable", number)
    window.wait_strokes(1)
    server.run("xinput", "enable", number)
    stylus = server.reconnect("stylus")
    mark = window.mark
    lower = places(window, (0.1, 0.7), (0.9, 0.7))
    stylus.stroke(lower, [0.1 + 0.8 * index / (len(lower) - 1) for index in range(len(lower))])
    window.wait_strokes(2, mark)
    picture = window.until_picture(lambda picture: picture.is_dark(*lower[-2]), "the second line")
    widths = [thickness(picture, *lower[int(share * len(lower))]) for share in (0.1, 0.9)]
    expect(widths[0] + 5 < widths[1], f"widths along the second line: {widths}")


@test("mouse, pen and finger one after the other draw one line each")
def together(bench):
    server = bench.tablet()
    window = bench.open(server)
    window.draw(LINE)
    window.wait_strokes(1)
    server.devices["stylus"].stroke(places(window, (0.1, 0.2), (0.5, 0.2)), 0.6)
    window.wait_strokes(2)
    # A finger that comes at once is the palm.
    draw_by_finger(server.devices["screen"], 9, places(window, (0.1, 0.9), (0.5, 0.9)))
    time.sleep(0.7)
    mark = window.mark
    draw_by_finger(server.devices["screen"], 10, places(window, (0.1, 0.8), (0.5, 0.8)))
    expect_equal(window.wait("stroke", since=mark)["strokes"], 3, "strokes")
