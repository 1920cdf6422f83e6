"""Nothing that was drawn is lost: crashes, two windows, homes that cannot be written, disks that are full."""

import os
import random
import threading
import time

from checks import expect, expect_equal, test, until
from drawings import LINE, SEVEN, in_pixels, steps

ALLOWED_LOSS = 0.2


class Pauses:
    """How long this machine let nobody work at its worst: so much later may anything be."""

    def __enter__(self):
        self.longest, self.runs = 0, True
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()
        return self

    def _watch(self):
        while self.runs:
            start = time.monotonic()
            time.sleep(0.005)
            self.longest = max(self.longest, time.monotonic() - start - 0.005)

    def __exit__(self, *_):
        self.runs = False
        self.thread.join()


def scribble(window, seed):
    """Draws until it is told to stop; gives the places of each stroke with the time when they went."""
    dice = random.Random(seed)
    strokes, stop = [], threading.Event()

    def draw():
        while not stop.is_set():
            corners = [window.place(dice.uniform(0.05, 0.95), dice.uniform(0.05, 0.95)) for _ in range(3)]
            strokes.append([])
            for place in steps(corners, 5):
                if stop.is_set():
                    return
                window.display.stroke([place], release=False, sent=strokes[-1]) if not strokes[-1] else move(place)
                time.sleep(0.003)
            window.display.button(1, False)

    def move(place):
        window.display.move(*place)
        strokes[-1].append((time.monotonic(), *place))

    thread = threading.Thread(target=draw)
    thread.start()
    return strokes, stop, thread


def crash(window, dice, seed):
    """Kills the program while it is drawn with; gives what was drawn, when, and how slow the machine was."""
    with Pauses() as pauses:
        strokes, stop, thread = scribble(window, seed)
        time.sleep(dice.uniform(0.3, 1.2))
        killed = time.monotonic()
        window.process.kill()
        stop.set()
        thread.join()
        window.ended()
    window.display.release_all()
    return strokes, killed, pauses.longest


def check_kept(kept, strokes, killed, pause, canvas):
    """What is kept is what was drawn, but for the very last of it."""
    drawn = [(time_, index, (x, y)) for index, stroke in enumerate(strokes) for time_, x, y in stroke]
    found = [(index, place) for index, stroke in enumerate(in_pixels(kept, canvas)) for place in stroke]
    expect(len(found) <= len(drawn), f"{len(found)} points are kept of {len(drawn)}")
    for (_, stroke, place), (kept_stroke, kept_place) in zip(drawn, found):
        expect((stroke, place) == (kept_stroke, kept_place), f"{kept_place} is kept where {place} was drawn")
    lost = drawn[len(found):]
    age = killed - lost[0][0] if lost else 0
    expect(age <= ALLOWED_LOSS + pause,
           f"{len(lost)} points are lost, the first {age:.3f} s old when the program was killed; "
           f"the machine paused for {pause:.3f} s")
    times = [point[3] for stroke in kept for point in stroke]
    expect(times == sorted(times), "times go back")


@test("killed again and again while drawing, it brings all but the last moment back")
def crashes(bench):
    home, dice = bench.home(), random.Random(7)
    before = []
    for turn in range(50 if bench.is_long else 10):
        window = bench.open(home=home)
        if before:
            told = window.wait("stroke")
            expect_equal((told["strokes"], told["points"]), (len(before), sum(map(len, before))), "what came back")
        canvas = window.box("canvas")
        dot = window.place(0.5, 0.5)
        window.display.click(*dot)
        until(lambda: len(window.saved()) > len(before), "the dot is kept")
        before = window.saved()
        expect_equal(in_pixels(before[-1:], canvas), [[dot]], "the dot that is kept")
        strokes, killed, pause = crash(window, dice, turn)
        kept = window.saved()
        expect_equal(kept[:len(before)], before, "ink from before, with its times")
        check_kept(kept[len(before):], strokes, killed, pause, canvas)
        before = kept
        if sum(map(len, before)) > 4000:
            home, before = bench.home(), []
    window = bench.open(home=home)
    window.close()
    expect_equal(window.saved(), before, "the drawing after the last start")


@test("killed in the first second, while it still starts, it loses no more")
def crash_at_start(bench):
    for turn in range(3):
        window = bench.open()
        canvas = window.box("canvas")
        strokes, killed, pause = crash(window, random.Random(turn), turn)
        check_kept(window.saved(), strokes, killed, pause, canvas)


@test("a second window neither takes nor destroys the drawing of the first")
def two_windows(bench):
    home = bench.home()
    first = bench.open(home=home)
    first_lines = first.draw(SEVEN)
    first.wait_strokes(1)
    server = bench.server()
    second = bench.open(server, home=home)
    expect(second.latest("stroke") is None, "the second window shows the first one's drawing")
    second_lines = second.draw(LINE + [[(0.3, 0.2), (0.6, 0.2)]])
    second.wait_strokes(2)
    canvas = first.box("canvas")
    first.kill()
    time.sleep(0.01)
    second.close()
    first_journal, second_journal = (
        in_pixels(strokes, canvas) for strokes in sorted(drawings_of(first), key=len))
    expect_equal(first_journal, first_lines, "the first drawing")
    expect_equal(second_journal, second_lines, "the second drawing")
    again = [bench.open(home=home).wait("stroke")["strokes"] for _ in range(2)]
    expect_equal(sorted(again), [1, 2], "what two windows bring back")


def drawings_of(window):
    from drawings import read_journals
    return read_journals(window.state)


def without_privileges():
    """Root may write anywhere; without its privileges it may not."""
    return ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()


def check_usable(window):
    window.draw(SEVEN)
    window.wait_reading("ok", 7)
    window.wait("notice", lambda event: "in memory" in event["text"] or "ot saved" in event["text"])
    mark = window.mark
    window.display.key("z", "Control_L")
    window.wait_strokes(0, mark)
    window.close()


@test("a home that cannot be written: a notice, and all else works")
def read_only(bench):
    home = bench.home()
    home.chmod(0o500)
    window = bench.open(home=home, wrapper=without_privileges())
    check_usable(window)
    expect_equal(list(home.iterdir()), [], "what was written")


@test("no home at all: a notice, and all else works")
def no_home(bench):
    check_usable(bench.open(env={"HOME": ""}))


@test("a disk that is full: a notice, and what was written stays readable")
def full(bench):
    # A file may have so many blocks and no more; the signal that says so is ignored.
    limit = ("bash", "-c", 'trap "" XFSZ; ulimit -f 16; exec "$@"', "bash")
    window = bench.open(wrapper=limit)
    drawn = [window.draw([[(0.1, y / 40), (0.9, y / 40)]], rate=2000)[0] for y in range(4, 36)]
    window.wait_strokes(len(drawn))
    window.wait("notice", lambda event: "in memory" in event["text"] or "ot saved" in event["text"])
    window.close()
    kept = in_pixels(window.saved(), window.box("canvas"))
    expect(kept and kept[:-1] == drawn[:len(kept) - 1], "what was kept is not the beginning of what was drawn")
    again = bench.open(home=window.home)
    expect_equal(again.wait("stroke")["strokes"], len(kept), "strokes that came back")


@test("a journal that is damaged is set aside, and its good beginning comes back")
def damaged(bench):
    window = bench.open()
    window.draw(SEVEN)
    window.wait_strokes(1)
    window.close()
    (journal,) = window.state.glob("autosave-*.journal")
    with open(journal, "ab") as file:
        file.write(b"erase 99\n")
    again = bench.open(home=window.home)
    expect_equal(again.wait("stroke")["strokes"], 1, "strokes that came back")
    again.wait("notice", lambda event: "damaged" in event["text"])
    until(lambda: list(again.state.glob("*.damaged")), "the damaged file is kept")
