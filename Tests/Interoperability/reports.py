#!/usr/bin/env python3
"""Reports and exported charts, read by pdftotext, pandas and an XML parser.

    reports.py --program inkling-train --directory DIR    where check.py prepare has trained models, and a Swift test
                                                          has written charts of one of them into DIR/charts

Every check prints one line; the last line is `N passed, N failed`.
"""

import argparse
import json
import subprocess
import sys
import xml.etree.ElementTree

from check import Lane, require

MODEL = "linear"
CHARTS = ["figures", "layers", "confusion", "curves", "classes", "calibration", "thresholds", "distribution"]
NUMBERS = ["precision", "recall", "f1-score"]


def tool(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, timeout=60).stdout


def text(path, *options):
    return tool("pdftotext", *options, "-layout", str(path), "-")


def has(words, wanted, what):
    """Every text of `wanted` is there."""
    missing = [one for one in wanted if one not in words]
    require(not missing, f"{what} lacks {missing[:5]}")


def fixed(value, decimals):
    """As Inkling writes numbers; halves may go either way."""
    return {f"{value:.{decimals}f}", f"{value + 1e-12:.{decimals}f}", f"{value - 1e-12:.{decimals}f}"}


def has_number(words, value, decimals, what):
    require(any(one in words for one in fixed(value, decimals)), f"{what}: no {value:.{decimals}f}")


def metrics(lane):
    return json.loads((lane.model(MODEL) / "metrics.json").read_text())


def make_report(lane, name):
    path = lane.directory / name
    found = lane.run("evaluate", "--model", lane.model(MODEL), "--json", "--report", path, *lane.data)
    return path, json.loads(found)


def report_has_the_numbers(lane):
    """pdftotext finds in the report the numbers that evaluate prints."""
    path, found = make_report(lane, "report.pdf")
    words = text(path).split()
    has_number(words, found["accuracy"] * 100, 2, "accuracy")
    has_number(words, found["loss"], 4, "loss")
    has_number(words, found["calibrationError"] * 100, 2, "calibration error")
    for digit in range(10):
        line = found["report"][str(digit)]
        for number in NUMBERS:
            has_number(words, line[number] * 100, 2, f"{number} of {digit}")
    has(words, [str(cell) for row in found["confusion"] for cell in row if cell > 0], "the matrix")
    has(words, [f"{bin['count']:,}" for bin in found["reliability"]], "the bins")


def report_agrees_with_metrics(lane):
    """The report on the digits that metrics.json is about has its numbers."""
    if lane.data:
        return  # Trained on drawn digits, whose validation part metrics.json is about.
    words = text(lane.directory / "report.pdf").split()
    for value in (metrics(lane)["accuracy"], metrics(lane)["worstClassRecall"]):
        has_number(words, value * 100, 2, "metrics.json")


def report_is_a_document(lane):
    """The report is A4, says what it is, counts its pages and is the same every time."""
    path = lane.directory / "report.pdf"
    properties = dict(line.split(":", 1) for line in tool("pdfinfo", str(path)).splitlines())
    require(properties["Title"].strip() == f"Report on {MODEL}", properties["Title"])
    require("A4" in properties["Page size"], properties["Page size"])
    count = int(properties["Pages"])
    require(count >= 5, f"{count} pages")
    pages = text(path).split("\f")[:count]
    for number, page in enumerate(pages, 1):
        require(f"Page {number} of {count}" in page, f"page {number} has no number")
        require(len(page.split()) > 40, f"page {number} says little: {page.split()}")
    again, _ = make_report(lane, "again.pdf")
    require(again.read_bytes() == path.read_bytes(), "the second report has other bytes")


def report_needs_a_place(lane):
    """A directory that is not there is one line and exit status 1."""
    command = [lane.program, "evaluate", "--model", str(lane.model(MODEL)), "--report", "/nowhere/r.pdf"]
    result = subprocess.run(
        command + [str(part) for part in lane.data], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
    require(result.returncode == 1, f"status {result.returncode}")
    lines = result.stderr.strip().splitlines()
    require(len(lines) == 1 and "/nowhere/r.pdf" in lines[0], result.stderr)


def chart_pages_have_the_numbers(lane):
    """pdftotext finds the cells of metrics.json in the PDF of the matrix, and the recalls in that of the report."""
    words = text(lane.directory / "charts" / "confusion.pdf").split()
    has(words, [str(cell) for row in metrics(lane)["confusion"] for cell in row if cell > 0], "the matrix")
    words = text(lane.directory / "charts" / "classes.pdf").split()
    for digit in range(10):
        has_number(words, metrics(lane)["report"][str(digit)]["recall"] * 100, 2, f"recall of {digit}")


def charts_are_xml(lane):
    """Every SVG is well-formed and has its size."""
    for name in CHARTS:
        root = xml.etree.ElementTree.parse(lane.directory / "charts" / f"{name}.svg").getroot()
        require(root.tag == "{http://www.w3.org/2000/svg}svg", f"{name}: {root.tag}")
        require(root.get("width", "").endswith("px") and root.get("viewBox"), f"{name}: {root.attrib}")


def frame(lane, name):
    import pandas
    return pandas.read_csv(lane.directory / "charts" / f"{name}.csv")


def same(found, expected, what):
    require(len(found) == len(expected), f"{what}: {len(found)} values, expected {len(expected)}")
    require(all(abs(a - b) <= 1e-12 * max(1, abs(b)) for a, b in zip(found, expected)), f"{what} differs")


def pandas_reads_the_numbers(lane):
    """pandas reads from the CSV files what metrics.json and history.json say, to the last digit."""
    wanted = metrics(lane)
    confusion = frame(lane, "confusion").set_index("written")
    require(confusion.to_numpy().tolist() == wanted["confusion"], "confusion differs")
    classes = frame(lane, "classes").set_index("digit")
    for key in [*map(str, range(10)), "macro avg", "weighted avg"]:
        for number in NUMBERS:
            same([classes.loc[key, number]], [wanted["report"][key][number]], f"{number} of {key}")
    bins = frame(lane, "calibration")
    for key in ("low", "high", "count", "confidence", "accuracy"):
        same(bins[key].tolist(), [bin[key] for bin in wanted["reliability"]], key)
    points = frame(lane, "thresholds")
    for key in ("threshold", "accepted", "accuracy"):
        same(points[key].tolist(), [point[key] for point in wanted["rejection"]], key)
    history = json.loads((lane.model(MODEL) / "history.json").read_text())
    curves = frame(lane, "curves")
    require(curves["epoch"].tolist() == list(range(1, len(history["loss"]) + 1)), "epochs")
    for key, values in history.items():
        if values:
            same(curves[key].tolist(), values, key)
    figures = frame(lane, "figures").set_index("figure")["value"]
    for key in ("accuracy", "loss", "count", "parameters", "multiplyAdds"):
        same([figures[key]], [wanted[key]], key)


CHECKS = [
    report_has_the_numbers, report_agrees_with_metrics, report_is_a_document, report_needs_a_place,
    chart_pages_have_the_numbers, charts_are_xml, pandas_reads_the_numbers,
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--directory", required=True)
    arguments = parser.parse_args()
    lane = Lane(arguments.program, arguments.directory)
    failed = 0
    for check in CHECKS:
        words = check.__doc__.splitlines()[0]
        try:
            check(lane)
            print(f"ok   {words}", flush=True)
        except Exception as error:  # Each check stands alone: the others still tell what they find.
            failed += 1
            print(f"FAIL {words} {type(error).__name__}: {error}", flush=True)
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
