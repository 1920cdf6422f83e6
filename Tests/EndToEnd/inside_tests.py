"""The Inside screen in a real window: it follows the pen, its switches work, its numbers add up."""

from checks import expect, expect_equal, test, until
from drawings import SEVEN

SMALL_SEVEN = [[(0.05, 0.06), (0.2, 0.06), (0.11, 0.26)]]


def opened(bench):
    """A window at the Inside screen whose network is ready."""
    window = bench.open(None, "--size", "1280x800", "--screen", "inside")
    window.wait_views("inside.map.1.1", "pipeline.box")
    return window


def shown(window, condition=lambda values: True, since=0):
    """The numbers of the screen, once they fulfil a condition."""
    return window.wait(
        "screen", lambda event: event["name"] == "inside" and condition(event["values"]), since)["values"]


def units(value, decimals=3):
    return round(value * 10 ** decimals)


@test("the maps follow the pen, and the softmax is the answer")
def follows(bench):
    window = opened(bench)
    box = window.box("inside.strip.1")
    blank = window.picture().part(box)
    window.draw(SEVEN)
    answer = window.wait_reading("ok", 7)
    values = shown(window, lambda values: values.get("probabilities", [0] * 10)[7] > 0.5)
    def pair():
        found, last = window.latest("screen")["values"], window.latest("prediction")
        return found.get("revision") == last["revision"] and (found, last)
    values, last = until(pair, "the numbers are those of the last ink")
    for digit, (one, other) in enumerate(zip(values["probabilities"], last["probabilities"])):
        expect(abs(one - other) < 1e-3, f"digit {digit}: {one} inside, {other} answered")
    window.until_picture(lambda picture: picture.part(box) != blank, "the maps have changed")
    expect_equal(answer["digit"], 7, "the answer")
    window.close()


@test("without framing a small seven is read wrong, and one click puts all steps on again")
def switches(bench):
    window = opened(bench)
    window.draw(SMALL_SEVEN)
    window.wait_reading("ok", 7)
    sure = window.latest("prediction")["probabilities"][7]
    for name in ("box", "margin", "center"):
        mark = window.mark
        window.press(f"pipeline.{name}")
        shown(window, lambda values: name in values["stepsOff"], mark)
    until(lambda: window.latest("prediction")["probabilities"][7] < sure / 2, "the seven is no longer one")
    window.press("tab.draw")
    window.wait_views("pipeline.restore", "network")
    mark = window.mark
    window.press("pipeline.restore")
    window.wait_reading("ok", 7, mark)
    window.wait_views("canvas", without=["pipeline.restore"])
    window.close()


@test("the keyboard opens a map and walks it, and the numbers add up as they are written")
def walk(bench):
    window = opened(bench)
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    for _ in range(2):
        window.display.key("Next")
    window.display.key("Return")
    window.wait_views("inside.enlarged", "inside.kernel")
    row, column = shown(window, lambda values: "place" in values)["place"][2:]
    mark = window.mark
    for key in ("Down", "Down", "Down", "Right", "Right"):
        window.display.key(key)
    values = shown(window, lambda values: values.get("place", [])[2:] == [row + 3, column + 2], mark)
    rows = values["walk"]
    end = next(index for index, row in enumerate(rows) if row["isResult"])
    decimals = values["decimals"]
    expect_equal(
        sum(units(row["number"], decimals) for row in rows[:end]), units(rows[end]["number"], decimals), "the sum")
    expect_equal(
        sum(units(product, decimals) for product in values["products"]), units(rows[0]["number"], decimals),
        "the products")
    expect_equal(units(rows[-1]["number"], decimals), units(values["value"], decimals), "the value of the map")
    window.display.key("Escape")
    window.wait_views("inside.map.1.1", without=["inside.enlarged"])
    window.close()


@test("another network is shown by its own layers")
def networks(bench):
    window = opened(bench)
    window.draw(SEVEN)
    window.press("model")
    window.wait_views("model.mlp")
    mark = window.mark
    window.press("model.mlp")
    values = shown(window, lambda values: values["layers"] and "512 values" in values["layers"][0], mark)
    expect_equal(len(values["layers"]), 5, "the layers of the mlp")
    window.press("inside.map.1.1")
    window.wait_views("inside.edge.1")
    window.close()
