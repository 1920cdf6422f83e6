#!/usr/bin/env python3
"""Drives the real window on X servers of its own and checks what it says and shows.

    Tests/EndToEnd/run.py --programs .build/release [--long] [PART OF A TEST'S NAME…]

One line for each test; the last line is "N passed, M failed". Needs the packages of `.ci/packages checks`.
"""

import argparse
import importlib
import signal
import sys

import checks
from servers import Bench

SCENARIOS = (
    "drawing", "storm", "safety", "ending", "desktop", "keyboard", "exchange", "fallback", "tablet", "performance", "batch",
    "looking", "inside", "time", "number", "learn", "lesson", "teach",
)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", default=".build/release", help="the directory of inkling")
    parser.add_argument("--long", action="store_true", help="storms of a minute, and fifty crashes")
    parser.add_argument("parts", nargs="*")
    options = parser.parse_args()
    for scenario in SCENARIOS:
        importlib.import_module(f"{scenario}_tests")
    # What was started is ended, whoever asks this program to stop.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    bench = Bench(options.programs, options.long)
    try:
        counts = checks.run(bench, options.parts)
    finally:
        bench.end()
    checks.finish(*counts)


if __name__ == "__main__":
    main()
