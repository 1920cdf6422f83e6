#!/usr/bin/env python3
"""Measures the real window: from the pointer to the screen, work while nothing happens, memory. Prints a table.

    Tests/EndToEnd/benchmark.py --programs .build/release [--seconds 10] [--rate 500] [--strokes 2000] [--points 200000]
        [--only-inside]

Starts a server of its own. Not a test: nothing passes or fails.
"""

import argparse
import json
import math
import time

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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", default=".build/release")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--strokes", type=int, default=2000)
    parser.add_argument("--points", type=int, default=200_000)
    parser.add_argument("--only-inside", action="store_true", help="nothing but the Inside screen")
    options = parser.parse_args()
    bench = Bench(options.programs)
    blank, full = {}, {}
    try:
        if not options.only_inside:
            blank = measure(bench, options)
            full = measure(bench, options, full_drawing(bench, options.strokes, options.points))
        inside = measure_inside(bench, options)
    finally:
        bench.end()
    heads = "blank canvas", f"{options.strokes:,} strokes, {options.points:,} points"
    if blank:
        print(f"{'':42}{heads[0]:>16}{heads[1]:>34}")
    for name in blank:
        print(f"{name:42}{blank[name]!s:>16}{full[name]!s:>34}")
    for name, value in inside.items():
        print(f"{name:46}{value!s:>12}")


if __name__ == "__main__":
    main()
