"""Networks are trained in the window as inkling-train does it, and nothing is lost when it is closed."""

import json
import subprocess

from checks import expect, expect_equal, test, until
from drawings import SEVEN
from performance_tests import blots
from program import environment

LAYERS = "flatten, dense 16, relu, dense 10"


def screen(window, condition, what, seconds=60):
    """The numbers of the learn screen, as soon as they fulfil a condition."""
    def look():
        event = window.latest("screen")
        return event["values"] if event and event["name"] == "learn" and condition(event["values"]) else None
    return until(look, lambda: f"{what}; {window.last_words()}", seconds)


def opened(bench, home, *arguments):
    window = bench.open(None, "--size", "1280x800", "--screen", "learn", *arguments, home=home,
                        env={"INKLING_DATA": str(home / "blots")})
    window.wait_views("learn.play", "canvas")
    return window


def write(window, field, text):
    """Writes in place of what stands in a field."""
    window.press(f"learn.{field}")
    window.display.key("a", "Control_L")
    window.display.key("BackSpace")
    names = {" ": "space", ",": "comma", ".": "period"}
    for letter in text:
        window.display.key(names.get(letter, letter))


def train_digits(home):
    blots(home / "blots")
    return home


@test("what is trained in the window has the weights that inkling-train gives, and can be chosen")
def same_weights(bench):
    home = train_digits(bench.home())
    window = opened(bench, home)
    write(window, "layers", LAYERS)
    write(window, "epochs", "3")
    values = screen(window, lambda values: values["layers"] == LAYERS, "the layers are typed")
    expect("problem" not in values, "the layers do not fit")
    window.press("learn.play")
    values = screen(window, lambda values: "kept" in values, "the model is kept")
    kept = home / ".local/share/inkling/models" / values["kept"]
    metrics = json.loads((kept / "metrics.json").read_text())
    expect_equal(values["testAccuracy"], metrics["accuracy"], "the accuracy that is told")
    window.press("model")
    window.wait_views(f"model.{values['kept']}")
    alone = home / "alone"
    subprocess.run(
        [bench.programs / "inkling-train", "train", "--arch", LAYERS, "--epochs", "3", "--data", home / "blots",
         "--output", alone, "--no-figures", "--progress", "none"], check=True, capture_output=True,
        env=environment(home))
    same = (kept / "model.safetensors").read_bytes() == (alone / "model.safetensors").read_bytes()
    expect(same, "the weights are not those of inkling-train")


@test("a training that was closed in its middle goes on with the next start")
def close_and_resume(bench):
    home = train_digits(bench.home())
    window = opened(bench, home)
    write(window, "epochs", "100000")
    write(window, "patience", "100000")
    window.press("learn.play")
    before = screen(window, lambda values: values.get("epoch", 0) >= 2, "two epochs are done")
    window.terminate()
    window = opened(bench, home)
    values = screen(window, lambda values: values["phase"] == "playing" and values["epoch"] > before["epoch"],
                    "it goes on")
    expect_equal(values["epochs"], 100000, "epochs")
    window.press("learn.play")
    screen(window, lambda values: values["phase"] == "paused", "it rests")
    window.close()
    window = opened(bench, home)
    screen(window, lambda values: values["phase"] == "paused" and values["epoch"] > before["epoch"], "it is back")


@test("while it trains, what is drawn is read, and the network that learns has its own guess")
def draw_meanwhile(bench):
    home = train_digits(bench.home())
    window = opened(bench, home)
    write(window, "epochs", "100000")
    write(window, "patience", "100000")
    window.press("learn.play")
    screen(window, lambda values: values.get("epoch", 0) >= 1, "an epoch is done")
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.wait_reading("ok", 7)
    values = screen(window, lambda values: "guess" in values, "there is a guess")
    expect(abs(sum(values["probabilities"]) - 1) < 1e-3, "the guess has no ten shares")
    later = screen(window, lambda now: now["snapshot"] > values["snapshot"] + 2, "the network is looked at again")
    expect_equal(len(later["probabilities"]), 10, "bars")
    window.press("tab.draw")
    window.wait_reading("ok", 7)


@test("layers that do not fit are named, and play says so")
def bad_layers(bench):
    home = train_digits(bench.home())
    window = opened(bench, home)
    write(window, "layers", "flatten, dense 9")
    told = "layer 2 'dense 9' must give 10 values"
    screen(window, lambda values: told in values.get("problem", ""), "the problem is told")
    window.press("learn.play")
    window.wait("notice", lambda event: "dense 9" in event["text"])
