"""Shapes to draw, and drawings as the window keeps them."""

import json
import math

SEVEN = [[(0.3, 0.22), (0.7, 0.22), (0.45, 0.8)]]
CROSSED_SEVEN = SEVEN + [[(0.42, 0.5), (0.68, 0.5)]]
LINE = [[(0.2, 0.3), (0.8, 0.7)]]


def steps(corners, step=7):
    """Places along a line through corners, in whole pixels and never the same twice in a row."""
    places = [tuple(map(int, corners[0]))]
    for (x0, y0), (x1, y1) in zip(corners, corners[1:]):
        count = max(1, round(math.hypot(x1 - x0, y1 - y0) / step))
        for index in range(1, count + 1):
            place = round(x0 + (x1 - x0) * index / count), round(y0 + (y1 - y0) * index / count)
            if place != places[-1]:
                places.append(place)
    return places


def distance(place, line):
    """How far a place is from a line of places."""
    def to_part(a, b):
        (ax, ay), (bx, by), (x, y) = a, b, place
        square = (bx - ax) ** 2 + (by - ay) ** 2
        share = 0 if square == 0 else max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square))
        return math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
    return min(to_part(a, b) for a, b in zip(line, line[1:] or line))


def read_journal(path):
    """The strokes of an autosaved drawing: a snapshot and behind it what changed. A torn last line does not count."""
    strokes = []
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    for line in lines:
        words, _, rest = line.decode().partition("{")
        words = words.split()
        new = json.loads("{" + rest)["strokes"] if rest and words[:1] != ["rest"] else []
        if not words:
            strokes = new
        elif words[0] == "points":
            strokes[-1] += new[0]
        elif words[0] == "erase":
            gone = set(map(int, words[1:]))
            strokes = [stroke for index, stroke in enumerate(strokes) if index not in gone]
        elif words[0] == "insert":
            for index, stroke in zip(map(int, words[1:]), new):
                strokes.insert(index, stroke)
    return strokes


def read_journals(directory):
    """The drawings of all windows, the newest first; one blank drawing where there is none."""
    paths = sorted(directory.glob("autosave-*.journal"), key=lambda path: -path.stat().st_mtime_ns)
    return [read_journal(path) for path in paths] or [[]]


def in_pixels(strokes, canvas):
    """The places of a drawing in whole pixels of the window."""
    x, y, width, _ = canvas
    return [[(round(point[0] * width / 1000 + x), round(point[1] * width / 1000 + y)) for point in stroke]
            for stroke in strokes]
