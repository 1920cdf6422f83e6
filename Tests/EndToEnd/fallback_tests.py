"""Servers that lack what is usually there."""

from checks import expect, test
from drawings import SEVEN, in_pixels


def check_drawing(window):
    (line,) = window.draw(SEVEN)
    window.wait_reading("ok", 7)
    window.until_picture(lambda picture: all(picture.is_dark(*place) for place in line), "the ink")
    mark = window.mark
    window.draw([[(0.1, 0.5), (0.9, 0.5)]], button=3)
    window.wait_strokes(0, mark)
    window.until_picture(lambda picture: not picture.is_dark(*line[4]), "the ink is erased")
    window.display.key("z", "Control_L")
    window.wait_strokes(1, mark)
    window.close()
    expect(in_pixels(window.saved(), window.box("canvas")) == [line], "other places are kept than were drawn")


@test("without shared memory")
def no_shared_memory(bench):
    check_drawing(bench.open(bench.server("-extension", "MIT-SHM")))


@test("without shared memory, by choice")
def no_shared_memory_by_choice(bench):
    check_drawing(bench.open(env={"INKLING_NO_SHM": "1"}))


@test("without the second version of the input extension")
def core_events(bench):
    check_drawing(bench.open(env={"INKLING_NO_XI2": "1"}))


@test("without the extensions for screens and compositing, and without locale")
def few_extensions(bench):
    server = bench.server("-extension", "RANDR", "-extension", "RENDER")
    check_drawing(bench.open(server, env={"LANG": "nowhere.UTF-8", "LC_ALL": "nowhere"}))
