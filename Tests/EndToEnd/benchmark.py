#!/usr/bin/env python3
"""Measures the real window: from the pointer to the screen, work while nothing happens, memory. Prints a table.

    Tests/EndToEnd/benchmark.py --programs .build/release [--seconds 10] [--rate 500] [--strokes 2000] [--points 200000]
    Tests/EndToEnd/benchmark.py --pages --programs .build/release [--data DIR] [--seconds 10]
        [--only-inside | --only-number]
    Tests/EndToEnd/benchmark.py --learn PRESET --programs .build/release --data DIR [--seconds 20] [--rate 500]

With --pages it switches, scrolls and hovers over the pages of the performance screen, and draws while the test digits
of DIR are evaluated. With --learn it trains a preset, such as cnn, alone and in the window, and draws meanwhile. Starts a server of its own. Not a test: nothing passes
or fails.
"""

import argparse
import json
import math
import subprocess
import time

from number_tests import lines
from program import environment
from servers import Bench


def status(process, name):
    with open(f"/proc/{process}/status") as file:
        return next(line.split()[1] for line in file if line.startswith(name + ":"))


def processor_time(process):
    """Seconds of processor time so far."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def switches(process):
    """How often all threads have gone to sleep by themselves so far."""
    from os import listdir
    return sum(int(status(f"{process}/task/{thread}", "voluntary_ctxt_switches"))
               for thread in listdir(f"/proc/{process}/task"))


def spiral(window, count):
    x, y, width, _ = window.box("canvas")
    places = []
    for step in range(count):
        angle = step / 60
        radius = width * 0.45 * abs(math.sin(angle / 17))
        place = int(x + width / 2 + radius * math.cos(angle)), int(y + width / 2 + radius * math.sin(angle))
        places.append(place if not places or place != places[-1] else (place[0] + 1, place[1]))
    return places


def full_drawing(bench, strokes, points):
    path = bench.home() / "full.ndjson"
    each = points // strokes
    lines = [[[round(20 + 960 * ((number * 37) % strokes) / strokes + index % 19, 2),
               round(20 + 960 * ((number * 61) % strokes) / strokes + index * 0.2, 2), 0.5, index * 4]
              for index in range(each)] for number in range(strokes)]
    path.write_text(json.dumps({"strokes": lines, "width": 12}) + "\n")
    return path


def measure(bench, options, *files):
    window = bench.open(None, "--benchmark", *files)
    process = window.process.pid
    if files:
        window.wait("stroke", lambda event: event["points"] > options.points * 0.9, seconds=120)
    window.display.click(*window.place(0.5, 0.5))
    window.wait("prediction", seconds=120)
    time.sleep(8)
    before, work = switches(process), processor_time(process)
    time.sleep(5)
    idle, idle_work = switches(process) - before, processor_time(process) - work
    work, start = processor_time(process), time.monotonic()
    window.display.stroke(spiral(window, int(options.rate * options.seconds)), rate=options.rate)
    took, busy = time.monotonic() - start, processor_time(process) - work
    time.sleep(1)
    peak = int(status(process, "VmHWM")) / 1024
    window.close()
    (figures,) = window.other
    rate = options.rate * options.seconds / took
    window.end()
    return {
        "start to first frame, ms": figures["startToFirstFrameMilliseconds"],
        "motions sent each second": round(rate),
        "frames with ink": figures["inkFrames"],
        "event to ink on screen, ms, median": figures["inkMillisecondsMedian"],
        "event to ink on screen, ms, p99": figures["inkMillisecondsP99"],
        "readings": figures["readings"],
        "event to reading on screen, ms, median": figures["readingMillisecondsMedian"],
        "event to reading on screen, ms, p99": figures["readingMillisecondsP99"],
        "processor while drawing, %": round(100 * busy / took, 1),
        "times woken in 5 s idle": idle,
        "processor time in 5 s idle, s": idle_work,
        "resident at the end, MiB": figures["residentMebibytes"],
        "resident at most, MiB": round(peak, 1),
        "points at the end": figures["points"],
    }


def paced(seconds, rate, step):
    """Calls `step` with a number that counts up, so many times each second."""
    start = time.monotonic()
    for count in range(int(seconds * rate)):
        step(count)
        time.sleep(max(0, start + (count + 1) / rate - time.monotonic()))


PAGES = "overview", "confusion", "curves", "report", "mistakes", "calibration", "data"


def with_digits(bench, options, page):
    """A window at a page of the performance screen, its pictures there."""
    env = {"INKLING_DATA": options.data} if options.data else {}
    window = bench.open(None, "--benchmark", "--size", "1280x800", "--screen", f"performance.{page}", env=env)
    window.wait("screen", lambda event: len(event["values"]) > 3, seconds=60)
    if options.data:
        window.press("performance.mistakes")
        window.wait("screen", lambda event: "seconds" in event["values"], seconds=60)
        window.press(f"performance.{page}")
    time.sleep(1)
    return window


def ended(window):
    """What the window prints at its end."""
    window.display.key("q", "Control_L")
    window.ended()
    (figures,) = window.other
    return figures


def switch_pages(window, options):
    places = [window.centre(f"performance.{name}") for name in PAGES]
    paced(options.seconds, 20, lambda count: window.display.click(*places[count % len(places)]))


def hover_matrix(window, options):
    x, y, width, height = window.box("performance.matrix")
    def step(count):
        window.display.move(x + width * (0.5 + 0.4 * math.sin(count / 37)), y + height * (0.5 + 0.4 * math.cos(count / 53)))
    paced(options.seconds, 250, step)


def scroll_list(window, options):
    """Turns the wheel over a long list: the digits of the first cell of the diagonal."""
    x, y, _, _ = window.box("performance.matrix")
    window.display.click(x + 62 + 20, y + 44 + 20)
    window.wait("screen", lambda event: event["values"].get("listed", 0) > 500, seconds=20)
    window.display.move(*window.centre("performance.digits"))
    def step(count):
        number = 5 if count // 60 % 2 == 0 else 4
        window.display.button(number, True)
        window.display.button(number, False)
    paced(options.seconds, 60, step)


def hover_curves(window, options):
    x, y, width, height = window.box("performance.history")
    paced(options.seconds, 250, lambda count: window.display.move(
        x + width * (0.5 + 0.45 * math.sin(count / 41)), y + height * 0.5))


def measure_pages(bench, options):
    jobs = [("switching pages", "overview", switch_pages), ("hovering over the matrix", "confusion", hover_matrix),
            ("hovering over curves", "curves", hover_curves)]
    if options.data:
        jobs.append(("scrolling 980 pictures", "confusion", scroll_list))
    print(f"{'':28}{'frames':>8}{'frame, ms: median':>20}{'p99':>8}{'event to screen, ms: median':>30}{'p99':>8}")
    for name, page, job in jobs:
        window = with_digits(bench, options, page)
        job(window, options)
        figures = ended(window)
        print(f"{name:28}{figures['frames']:>8}{figures['frameMillisecondsMedian']:>20}{figures['frameMillisecondsP99']:>8}"
              f"{figures['eventMillisecondsMedian']:>30}{figures['eventMillisecondsP99']:>8}", flush=True)


def measure_evaluation(bench, options):
    """Evaluates some times, then the same while somebody draws."""
    window = with_digits(bench, options, "overview")

    def seconds(draws):
        mark = window.mark
        window.press("performance.evaluate")
        if draws:
            window.display.key("2", "Alt_L")
            window.wait("layout", lambda event: event["tab"] == "draw", mark)
            window.display.stroke(spiral(window, int(options.rate * 1.2)), rate=options.rate)
            window.press("tab.performance")
        event = window.wait("screen", lambda event: event["values"].get("measured") and "seconds" in event["values"],
                            mark, seconds=120)
        return event["values"]["seconds"]

    seconds(False)
    alone = sorted(seconds(False) for _ in range(5))
    beside = sorted(seconds(True) for _ in range(5))
    figures = ended(window)
    print(f"evaluate 10,000 digits, s: median {alone[2]:.2f}, from {alone[0]:.2f} to {alone[-1]:.2f}")
    print(f"the same while somebody draws, s: median {beside[2]:.2f}")
    print(f"event to ink beside that, ms: median {figures['inkMillisecondsMedian']}, p99 {figures['inkMillisecondsP99']}, "
          f"{figures['inkFrames']} frames")
def measure_inside(bench, options):
    """From the pointer to the Inside screen with everything on it new, in a window of 1280 × 800."""
    window = bench.open(None, "--benchmark", "--size", "1280x800", "--screen", "inside")
    window.wait_views("inside.map.1.1")
    process = window.process.pid
    window.display.click(*window.place(0.5, 0.5))
    window.wait("prediction", seconds=120)
    time.sleep(3)
    work, start = processor_time(process), time.monotonic()
    window.display.stroke(spiral(window, int(options.rate * options.seconds)), rate=options.rate)
    took, busy = time.monotonic() - start, processor_time(process) - work
    time.sleep(1)
    window.close()
    (figures,) = window.other
    window.end()
    return {
        "Inside: frames with ink": figures["inkFrames"],
        "Inside: event to ink on screen, ms, median": figures["inkMillisecondsMedian"],
        "Inside: event to ink on screen, ms, p99": figures["inkMillisecondsP99"],
        "Inside: screens updated": figures["readings"],
        "Inside: event to screen updated, ms, median": figures["readingMillisecondsMedian"],
        "Inside: event to screen updated, ms, p99": figures["readingMillisecondsP99"],
        "Inside: processor while drawing, %": round(100 * busy / took, 1),
    }


def measure_number(bench, options):
    """From the last point of a stroke to the number of six digits that it belongs to, in a window of 1280 × 800."""
    window = bench.open(None, "--size", "1280x800", "--screen", "draw.number")
    window.wait("screen", lambda event: event["name"] == "draw.number")
    strokes = [[(0.87 * x, y) for x, y in line] for line in lines("714274", left=0.03)]
    times, readings = [], []
    for _ in range(int(options.seconds * 2)):
        for number, stroke in enumerate(strokes):
            mark = window.mark
            window.draw([stroke], rate=options.rate)
            window.wait_strokes(number + 1, mark)
            time.sleep(0.1)
            told = [event for event in window.events[mark:] if event["event"] == "prediction"]
            # Before the sixth digit is there the number is shorter.
            if number >= len(strokes) - 2 and told:
                times.append(told[-1]["milliseconds"]["eventToPresent"])
                readings.append(told[-1]["milliseconds"]["recognise"])
        window.press("clear")
        window.wait_strokes(0, mark)
    window.close()
    window.end()
    times, readings = sorted(filter(None, times)), sorted(readings)
    return {
        "Number: strokes measured": len(times),
        "Number: ink to number on screen, ms, median": round(times[len(times) // 2], 2),
        "Number: ink to number on screen, ms, p99": round(times[len(times) * 99 // 100], 2),
        "Number: reading, ms, median": round(readings[len(readings) // 2], 2),
        "Number: reading, ms, p99": round(readings[len(readings) * 99 // 100], 2),
    }


def batches_alone(bench, options):
    """Batches each second of inkling-train, from its second second on."""
    home = bench.home()
    found = subprocess.run(
        [bench.programs / "inkling-train", "train", "--arch", options.learn, "--data", options.data, "--output",
         home / "alone", "--no-figures", "--progress", "json", "--max-seconds", str(options.seconds)],
        check=True, capture_output=True, text=True, env=environment(home))
    lines = [json.loads(line) for line in found.stdout.splitlines()]
    steps = next(line["steps"] for line in lines if line["event"] == "start")
    marks = [(line["time"], (line["epoch"] - 1) * steps + line["step"]) for line in lines if line["event"] == "batch"]
    (start, first), (end, last) = marks[0], marks[-1]
    return (last - first) / (end - start)


def batches_in_window(bench, options, draws):
    """The same in the window, and what it prints at its end."""
    window = bench.open(None, "--benchmark", "--size", "1280x800", "--screen", "learn", env={"INKLING_DATA": options.data})
    window.wait_views("learn.preset")
    window.press("learn.preset")
    window.wait_views(f"learn.preset.{options.learn}")
    window.press(f"learn.preset.{options.learn}")
    window.wait_views("learn.play", without=[f"learn.preset.{options.learn}"])
    window.press("learn.play")

    def place():
        values = window.latest("screen")["values"]
        return time.monotonic(), values["epoch"] * values["stepsPerEpoch"] + values["step"]
    window.wait("screen", lambda event: event["values"].get("step", 0) > 0, seconds=120)
    time.sleep(2)
    start, first = place()
    if draws:
        window.display.stroke(spiral(window, int(options.rate * options.seconds)), rate=options.rate)
    else:
        time.sleep(options.seconds)
    end, last = place()
    figures = ended(window)
    return (last - first) / (end - start), figures


def measure_learning(bench, options):
    """Training alone and in the window in turns, then while somebody draws on the learn screen."""
    alone, inside = [], []
    for _ in range(3):
        alone.append(batches_alone(bench, options))
        inside.append(batches_in_window(bench, options, False)[0])
    drawing, figures = batches_in_window(bench, options, True)
    mean = sorted(alone)[1]
    print(f"{options.learn}: batches each second of inkling-train: {', '.join(f'{one:.1f}' for one in alone)}")
    print(f"in the window: {', '.join(f'{one:.1f}' for one in inside)}; ratio of the medians {sorted(inside)[1] / mean:.3f}")
    print(f"in the window while somebody draws: {drawing:.1f}, ratio {drawing / mean:.3f}")
    print(f"event to ink meanwhile, ms: median {figures['inkMillisecondsMedian']}, p99 {figures['inkMillisecondsP99']}, "
          f"{figures['inkFrames']} frames")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", default=".build/release")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--strokes", type=int, default=2000)
    parser.add_argument("--points", type=int, default=200_000)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--data", help="a directory with MNIST")
    parser.add_argument("--learn", help="a preset that is trained")
    parser.add_argument("--only-inside", action="store_true", help="nothing but the Inside screen")
    parser.add_argument("--only-number", action="store_true", help="nothing but numbers of several digits")
    options = parser.parse_args()
    bench = Bench(options.programs)
    blank, full, inside, number = {}, {}, {}, {}
    try:
        if options.learn:
            measure_learning(bench, options)
            return
        if options.pages:
            measure_pages(bench, options)
            if options.data:
                measure_evaluation(bench, options)
            return
        if not options.only_inside and not options.only_number:
            blank = measure(bench, options)
            full = measure(bench, options, full_drawing(bench, options.strokes, options.points))
        if not options.only_number:
            inside = measure_inside(bench, options)
        if not options.only_inside:
            number = measure_number(bench, options)
    finally:
        bench.end()
    heads = "blank canvas", f"{options.strokes:,} strokes, {options.points:,} points"
    if blank:
        print(f"{'':42}{heads[0]:>16}{heads[1]:>34}")
    for name in blank:
        print(f"{name:42}{blank[name]!s:>16}{full[name]!s:>34}")
    for name, value in (inside | number).items():
        print(f"{name:46}{value!s:>12}")


if __name__ == "__main__":
    main()
