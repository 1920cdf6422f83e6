"""Every sample of a fast pointer becomes a point, in order."""

import math

from checks import expect, expect_equal, test
from drawings import in_pixels

RATE = 1000


def wandering(window, count, turn):
    """So many places all over the canvas, never the same twice in a row."""
    x, y, width, height = window.box("canvas")
    places = []
    step = 0
    while len(places) < count:
        angle = step / 90 + turn
        place = (int(x + width * (0.5 + 0.42 * math.sin(3 * angle))), int(y + height * (0.5 + 0.42 * math.sin(4.1 * angle))))
        if not places or place != places[-1]:
            places.append(place)
        step += 1
    return places


@test("of 1,000 motions each second not one is lost")
def storm(bench):
    window = bench.open()
    seconds = 60 if bench.is_long else 10
    strokes = [wandering(window, RATE * seconds // 4, turn) for turn in range(4)]
    for stroke in strokes:
        window.display.stroke(stroke, rate=RATE)
    told = window.wait_strokes(4)
    sent = sum(map(len, strokes))
    expect_equal(told["points"], sent, f"points of {sent - 4} motions and 4 presses")
    expect(window.wait("prediction", seconds=20), "no reading")
    window.close()
    kept = window.saved()
    for stroke, found in zip(strokes, in_pixels(kept, window.box("canvas"))):
        wrong = next((index for index in range(len(stroke)) if stroke[index] != found[index]), None)
        expect(wrong is None, f"sample {wrong} is at {found[wrong or 0]}, the pointer was at {stroke[wrong or 0]}")
    times = [point[3] for stroke in kept for point in stroke]
    expect(times == sorted(times), "times go back")
    expect(times[0] == 0 and times[-1] > 0.9 * 1000 * seconds, f"times from {times[0]} to {times[-1]} ms")
