"""Many digits at once: a CSV file read in the background, its table, and what is exported of it."""

import csv
import json
import random

from checks import expect, expect_equal, test
from drawings import SEVEN
from exchange_tests import answer_chooser, place_for_files

# A seven with a little noise, 28 rows of 28 pixels.
STEM = {(17 - (y - 8) // 2 + x, y) for y in range(8, 24) for x in range(3)}
INK = {(x, y) for x in range(8, 20) for y in range(5, 8)} | STEM


def rows_file(path, count, bad=()):
    """A CSV file of sevens; each third has the label 1, and the rows of `bad` are cut."""
    chance = random.Random(1)
    lines = []
    for _ in range(50):
        lines.append(",".join(str(chance.randint(200, 255) if (index % 28, index // 28) in INK else 0)
                              for index in range(784)))
    with open(path, "w", encoding="ascii") as file:
        for row in range(count):
            file.write("1,2,3\n" if row in bad else f"{1 if row % 3 == 0 else 7},{lines[row % 50]}\n")
    return path


def wait_done(window, since=0):
    event = window.wait("screen", lambda event: event["name"] == "batch" and event["values"]["done"], since, seconds=120)
    return event["values"]


def table_keys(window):
    """Keys go to the table once it was pressed."""
    x, y, _, height = window.box("batch.table")
    window.display.click(x + 60, y + min(18, height / 2))


def close(window):
    """Closes the window, which is done from the canvas."""
    window.press("tab.draw")
    window.wait_views("canvas")
    window.close()


@test("a CSV file is read, sorted, filtered and looked at, and a row goes onto the canvas")
def batch(bench):
    path = rows_file(place_for_files(bench) / "digits.csv", 3000, bad={5, 1700})
    window = bench.open(None, path)
    values = wait_done(window)
    expect_equal((values["rows"], values["read"], values["bad"]), (3000, 2998, 2), "rows, read and bad")
    expect(0.5 < values["accuracy"] < 0.7, "accuracy", values["accuracy"])
    window.wait_views("batch.row.0", "batch.filter.wrong")
    shown = [name for name in window.views if name.startswith("batch.row.") and name[10:].isdigit()]
    expect(len(shown) < 40, f"{len(shown)} rows have elements")
    table_keys(window)
    window.display.key("End")
    window.wait_views("batch.row.2999")
    window.press("batch.filter.bad")
    window.wait("screen", lambda event: event["values"].get("listed") == 2)
    window.wait_views("batch.row.5", "batch.row.1700", without=["batch.row.2999"])
    window.press("batch.filter.wrong")
    window.wait("screen", lambda event: 900 < event["values"].get("listed", 0) <= 1000)
    window.press("batch.head.confidence")
    table_keys(window)
    mark = window.mark
    window.display.key("Return")
    window.wait("layout", lambda event: event["tab"] == "draw", mark)
    window.wait_reading("ok", 7, mark)


@test("rows are exported as they are on the command line, and a full disk leaves the old file")
def export(bench):
    directory = place_for_files(bench)
    path = rows_file(directory / "digits.csv", 4000, bad={9})
    window = bench.open(None, path)
    wait_done(window)
    for ending in ("csv", "jsonl", "xlsx"):
        window.press("batch.export")
        window.wait_views(f"batch.export.{ending}")
        window.press(f"batch.export.{ending}")
        target = directory / f"out.{ending}"
        answer_chooser(window, target, len(f"digits-answers.{ending}"))
        window.wait("notice", lambda event: target.name in event["text"])
    with open(directory / "out.csv", encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    lines = [json.loads(line) for line in (directory / "out.jsonl").read_text().splitlines()]
    expect_equal((len(table), len(lines)), (4000, 4000), "rows and lines")
    expect_equal(table[9]["status"], "error", "the row that is cut")
    expect_equal([row["prediction"] for row in table if row["prediction"]],
                 [str(line["digit"]) for line in lines if "digit" in line], "digits")
    expect((directory / "out.xlsx").read_bytes().startswith(b"PK"), "the spreadsheet is no archive")
    close(window)
    # A file may have so many blocks and no more; the signal that says so is ignored.
    limit = ("bash", "-c", 'trap "" XFSZ; ulimit -f 128; exec "$@"', "bash")
    window = bench.open(None, path, wrapper=limit)
    wait_done(window)
    for ending in ("csv", "xlsx"):
        target = directory / f"out.{ending}"
        before = target.read_bytes()
        window.press("batch.export")
        window.wait_views(f"batch.export.{ending}")
        window.press(f"batch.export.{ending}")
        answer_chooser(window, target, len(f"digits-answers.{ending}"))
        window.wait_views("files.replace")
        mark = window.mark
        window.press("files.replace")
        window.wait("notice", lambda event: "unchanged" in event["text"], mark)
        expect(target.read_bytes() == before, f"{target.name} is another one")
    expect_equal(sorted(entry.name for entry in directory.iterdir()),
                 ["digits.csv", "out.csv", "out.jsonl", "out.xlsx"], "what is there")


@test("while a file is read everything else works, and cancelling keeps what was done")
def meanwhile(bench):
    path = rows_file(place_for_files(bench) / "long.csv", 120_000)
    window = bench.open(None, path)
    window.wait("screen", lambda event: event["name"] == "batch" and event["values"]["rows"] > 0)
    mark = window.mark
    window.press("tab.draw")
    window.wait_views("canvas")
    window.draw(SEVEN)
    window.wait_reading("ok", 7, mark)
    window.press("tab.batch")
    window.wait_views("batch.cancel")
    mark = window.mark
    window.press("batch.cancel")
    values = wait_done(window, mark)
    expect(0 < values["rows"] < 120_000, f"{values['rows']} rows")
    window.wait_views("batch.run")
    close(window)
    expect(window.saved(), "the drawing was not kept")


@test("a file that goes while it is read is told of")
def removed(bench):
    path = rows_file(place_for_files(bench) / "gone.csv", 60_000)
    window = bench.open(None, path)
    window.wait("screen", lambda event: event["name"] == "batch" and event["values"]["rows"] > 0)
    path.unlink()
    expect_equal(wait_done(window)["rows"], 60_000, "rows")
    window.wait("notice", lambda event: "was removed while it was read" in event["text"])
