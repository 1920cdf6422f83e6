"""Whether the parts of a window are where they may be."""

from checks import expect

# What others stand on, or lies over others on purpose.
GROUNDS = {"top", "status", "veil", "sheet", "menu", "notice", "mode", "bars.threshold"}


def is_ground(name):
    return name in GROUNDS or name.endswith((".panel", ".box")) or name.startswith(("rail.line", "notice"))


def check(views, size):
    """Nothing leaves the window, and no two parts lie on each other."""
    parts = [(name, box) for name, box in views.items() if not is_ground(name)]
    for name, (x, y, width, height) in parts:
        expect(x >= -0.5 and y >= -0.5 and x + width <= size[0] + 0.5 and y + height <= size[1] + 0.5,
               f"{name} leaves the window of {size}: {(x, y, width, height)}")
        expect(width > 0 and height > 0, f"{name} has no size in the window of {size}: {(x, y, width, height)}")
    for index, (name, box) in enumerate(parts):
        for other, other_box in parts[index + 1:]:
            expect(not overlap(box, other_box),
                   f"in the window of {size} {name} {box} and {other} {other_box} lie on each other")


def overlap(one, other):
    return all(one[axis] + 1 < other[axis] + other[axis + 2] and other[axis] + 1 < one[axis] + one[axis + 2]
               for axis in (0, 1))
