"""Names tests, runs them one after the other and counts."""

import sys
import time
import traceback

tests = []


class Failure(Exception):
    """What a test says when it does not find what it expects."""


def test(name):
    """Makes a function that takes the bench a test of this name."""
    def register(function):
        tests.append((function.__module__.removesuffix("_tests"), name, function))
        return function
    return register


def expect(condition, *what):
    if not condition:
        raise Failure(" ".join(str(part) for part in what))


def expect_equal(found, wanted, what):
    expect(found == wanted, f"{what}: {found!r}, not {wanted!r}")


def until(condition, what, seconds=20, pause=0.02):
    """Waits until a condition gives something, and returns that."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what() if callable(what) else what}: not within {seconds} s")
        time.sleep(pause)


def run(bench, wanted):
    """Runs the tests whose scenario or name contains one of `wanted`, or all; says how many failed."""
    passed = failed = 0
    for scenario, name, function in tests:
        title = f"{scenario}: {name}"
        if wanted and not any(part in title for part in wanted):
            continue
        start = time.monotonic()
        try:
            function(bench)
            problem = None
        except Failure as failure:
            problem = str(failure)
        except Exception:  # A test that breaks has failed, and the others go on.
            problem = traceback.format_exc()
        try:
            bench.tidy()
        except Exception:
            problem = problem or traceback.format_exc()
        seconds = time.monotonic() - start
        print(f"{'FAILED' if problem else 'passed'}  {seconds:5.1f} s  {title}", flush=True)
        if problem:
            failed += 1
            print("        " + problem.replace("\n", "\n        "), flush=True)
        else:
            passed += 1
    return passed, failed


def finish(passed, failed):
    if passed + failed == 0:
        failed = 1
        print("no such test")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
