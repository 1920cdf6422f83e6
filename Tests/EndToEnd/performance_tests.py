"""The numbers of the performance screen are those of the model's files, and lead to the pictures behind them."""

import gzip
import json
import os
import pathlib
import struct

from checks import Failure, expect, expect_equal, test, until

PAGES = "overview", "confusion", "curves", "report", "mistakes", "calibration", "data"
SIZE = "1280x800"


def model_files(window):
    """metrics.json and history.json of the model that the programs bring."""
    for root in [window.programs, *window.programs.parents]:
        directory = root / "Models" / "inkling"
        if directory.is_dir():
            return [json.loads((directory / name).read_text()) for name in ("metrics.json", "history.json")]
    raise Failure("there is no Models/inkling above the programs")


def opened(bench, **options):
    window = bench.open(None, "--size", SIZE, **options)
    window.programs = bench.programs.resolve()
    window.press("tab.performance")
    window.wait("screen", lambda event: "accuracy" in event["values"])
    return window


def page(window, name, condition=lambda values: True):
    """Goes to a page with the mouse and gives the numbers that it shows."""
    window.press(f"performance.{name}")
    return numbers(window, name, condition)


def numbers(window, name, condition=lambda values: True):
    def look():
        event = window.latest("screen")
        fits = event and event["name"] == f"performance.{name}" and condition(event["values"])
        return event["values"] if fits else None
    return until(look, lambda: f"the numbers of {name}; {window.last_words()}", 60)


def check_pages(window):
    """Walks every page and compares what it shows with the files."""
    metrics, history = model_files(window)
    shown = page(window, "overview")
    for name in ("accuracy", "loss", "count", "worstClassRecall", "worstClassPrecision", "calibrationError",
                 "trainingSeconds", "parameters", "multiplyAdds"):
        expect_equal(shown[name], metrics[name], f"{name} of the overview")
    expect_equal(shown["measured"], False, "whether the figures were measured now")
    expect_equal(page(window, "confusion")["confusion"], metrics["confusion"], "the matrix")
    shown = page(window, "report")
    for name, line in metrics["report"].items():
        expect_equal(shown[name], line, f"the line {name} of the report")
    shown = page(window, "calibration")
    expect_equal(shown["reliability"], metrics["reliability"], "the bins")
    points = {point["threshold"]: point for point in metrics["rejection"]}
    point = points[shown["threshold"]]
    expect_equal((shown["accepted"], shown["accuracy"]), (point["accepted"], point["accuracy"]), "at the threshold")
    shown = page(window, "data")
    expect_equal(shown["support"], [metrics["report"][str(digit)]["support"] for digit in range(10)], "the classes")
    shown = page(window, "curves")
    expect_equal(shown["epochs"], len(history["loss"]), "epochs")
    for name in ("loss", "accuracy", "learning_rate"):
        expect_equal(shown[name], history[name][shown["epoch"] - 1], f"{name} of the epoch")
    page(window, "mistakes")


@test("without MNIST every page shows the numbers of the files, and says how to get the pictures")
def numbers_of_files(bench):
    window = opened(bench)
    check_pages(window)
    for name in ("mistakes", "report", "confusion", "data"):
        shown = page(window, name, lambda values: "trouble" in values)
        expect_equal(shown["trouble"], "The test digits are not on this computer", f"what {name} says")
        window.wait_views("performance.download", "performance.folder")
    window.press("performance.evaluate")
    window.wait("notice", lambda event: "not on this computer" in event["text"])


def blots(directory):
    """A small set in the form of MNIST: the digit tells how many rows have ink."""
    directory.mkdir()
    for name, count in (("train", 20), ("t10k", 30)):
        labels = bytes(index % 10 for index in range(count))
        pixels = b"".join(bytes([255 if row < 4 + 2 * label else 0 for row in range(28) for _ in range(28)])
                          for label in labels)
        images = struct.pack(">4i", 2051, count, 28, 28) + pixels
        (directory / f"{name}-images-idx3-ubyte.gz").write_bytes(gzip.compress(images))
        (directory / f"{name}-labels-idx1-ubyte").write_bytes(struct.pack(">2i", 2049, count) + labels)
    return directory


@test("Evaluate now measures all figures on the digits that are there, and each leads to its pictures")
def evaluation(bench):
    window = opened(bench, env={"INKLING_DATA": str(blots(bench.home() / "blots"))})
    check_pages(window)
    window.press("performance.overview")
    window.press("performance.evaluate")
    shown = numbers(window, "overview", lambda values: values["measured"])
    expect_equal(shown["count"], 30, "digits that were measured")
    matrix = page(window, "confusion")["confusion"]
    expect_equal(sum(map(sum, matrix)), 30, "digits in the matrix")
    right = sum(matrix[digit][digit] for digit in range(10))
    expect_equal(round(shown["accuracy"] * 30), right, "right ones")
    window.wait_views("performance.measured")
    wrong = page(window, "mistakes")
    expect_equal(wrong["listed"], 30 - right, "mistakes")
    report = page(window, "report")
    expect_equal([report[str(digit)]["support"] for digit in range(10)], [3] * 10, "the classes")


@test("three clicks lead from the worst digit to its picture on the canvas")
def worst_digit(bench):
    window = opened(bench, env={"INKLING_DATA": str(blots(bench.home() / "blots"))})
    window.press("performance.evaluate")
    numbers(window, "overview", lambda values: values["measured"])
    window.press("tab.draw")
    window.wait_views("canvas")
    window.press("tab.performance")
    window.wait_views("performance.fact.worst")
    window.press("performance.fact.worst")
    shown = numbers(window, "report", lambda values: values.get("list") == "missed" and values["listed"] > 0)
    window.wait_views("performance.digits")
    x, y, _, _ = window.box("performance.digits")
    mark = window.mark
    window.display.click(x + 30, y + 30)
    window.wait_views("canvas")
    window.wait("prediction", lambda event: event["status"] != "blank", mark)
    expect(shown["written"] != shown["read"], "the picture was read right")


@test("after a click on a sub-tab the arrow keys are for what the page shows")
def arrows(bench):
    window = opened(bench)
    before = page(window, "confusion")
    expect(before, "the matrix is shown")
    picture = window.picture().part(window.box("performance.matrix"))
    window.display.key("Up")
    window.until_picture(
        lambda now: now.part(window.box("performance.matrix")) != picture, "another cell is chosen")
    expect_equal(window.latest("screen")["name"], "performance.confusion", "the page")


@test("with MNIST the figures that are measured are those of metrics.json")
def published(bench):
    folder = os.environ.get("INKLING_DATA")
    if not folder or not pathlib.Path(folder).is_dir():
        return
    window = opened(bench, env={"INKLING_DATA": folder})
    metrics, _ = model_files(window)
    window.press("performance.evaluate")
    shown = numbers(window, "overview", lambda values: values["measured"])
    expect_equal(shown["accuracy"], metrics["accuracy"], "accuracy")
    expect(abs(shown["loss"] - metrics["loss"]) < 1e-5, "the loss", shown["loss"], metrics["loss"])
    expect_equal(page(window, "confusion")["confusion"], metrics["confusion"], "the matrix")
    for digit in range(10):
        expect_equal(page(window, "report")[str(digit)], metrics["report"][str(digit)], f"the line of {digit}")
