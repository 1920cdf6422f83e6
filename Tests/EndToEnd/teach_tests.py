"""Teaching: a key says which digit a drawing is, the set grows, a model learns it."""

import json

from checks import expect, expect_equal, test, until

SEVEN = [[(0.3, 0.25), (0.65, 0.25), (0.45, 0.8)]]


def kept(window):
    """The drawings that are on the disk, in the order of time."""
    directory = window.home / ".local/share/inkling/drawings"
    files = sorted(directory.glob("*.ndjson")) if directory.is_dir() else []
    return [json.loads(line) for file in files for line in file.read_text().splitlines()]


def label(window, digit):
    """Says which digit the drawing is and waits until that is told."""
    mark = window.mark
    window.display.key(str(digit))
    window.wait("notice", lambda event: "of yours" in event["text"], mark)


def taught(bench, count=1, *arguments):
    """A window with drawings of sevens that have been labelled."""
    window = bench.open(*arguments)
    for number in range(count):
        strokes = [[(x - 0.02 * number, y + 0.01 * number) for x, y in stroke] for stroke in SEVEN]
        window.draw(strokes)
        window.wait_reading("ok")
        label(window, 7)
        if number + 1 < count:
            mark = window.mark
            window.display.key("c")
            window.wait_strokes(0, mark)
    return window


def screen(window, condition, mark=0):
    """The numbers of the screen once they fulfil a condition."""
    return window.wait(
        "screen", lambda event: event["name"] == "teach" and condition(event["values"]), mark, 60)["values"]


@test("a key keeps the drawing, another corrects it, Undo takes it back")
def keep(bench):
    window = taught(bench)
    until(lambda: [line["label"] for line in kept(window)] == ["7"], "the seven is kept")
    label(window, 1)
    window.press("teach")
    window.wait_views("teach.digit.9")
    mark = window.mark
    window.press("teach.digit.9")
    window.wait("notice", lambda event: event["text"].startswith("Now a 9"), mark)
    window.press("tab.teach")
    told = screen(window, lambda values: values["drawings"] == 1 and values["read"] == 1)
    expect_equal(told["counts"][9], 1, "nines")
    expect_equal(told["right"], 0, "a seven that is called a nine is read wrong")
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait("notice", lambda event: event["text"].startswith("A 1 again"), mark)
    for _ in range(2):
        window.display.key("z", "Control_L")
    screen(window, lambda values: values["drawings"] == 0, mark)
    status = window.terminate()
    expect_equal(status, 130, "the end")
    expect_equal(kept(window), [], "what is kept in the end")


@test("a model learns the drawings in the background and is taken back")
def learn(bench):
    window = taught(bench, 5)
    window.press("tab.teach")
    screen(window, lambda values: values["drawings"] == 5)
    window.wait_views("teach.learn")
    mark = window.mark
    window.press("teach.learn")
    told = screen(window, lambda values: "learned" in values, mark)
    expect_equal(told["learned"], 4, "drawings that were learned")
    expect_equal(told["heldBack"]["count"], 1, "drawings that were held back")
    expect_equal(told["model"], "inkling (mine)", "the new model")
    expect((window.home / ".local/share/inkling/models/inkling (mine)/model.safetensors").is_file(), "there is no model")
    window.wait_views("teach.unlearn")
    mark = window.mark
    window.press("teach.unlearn")
    screen(window, lambda values: "learned" not in values, mark)
    expect(not (window.home / ".local/share/inkling/models/inkling (mine)").exists(), "the model is still there")
