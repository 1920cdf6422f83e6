"""Runs the window and reads what it says."""

import json
import os
import signal
import subprocess
import threading
import time

import drawings
from checks import Failure, expect, until

PATIENCE = 30


def environment(home, display=None, **more):
    """What the program finds around it: a home, a display or none, and nothing of the desktop that runs the test."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "INKLING_HOME") if name in os.environ}
    shown = {"DISPLAY": display} if display else {}
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", **shown, **more}


class Program:
    """A run of `inkling` whose events are read as they come."""

    def __init__(self, bench, *arguments, home=None, display=None, env=None, wrapper=()):
        self.home = home or bench.home()
        command = [*wrapper, str(bench.programs / "inkling"), "--events", *map(str, arguments)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.home,
            env=environment(self.home, display, **(env or {})))
        self.events, self.other, self.errors = [], [], b""
        self.news = threading.Condition()
        self.is_reading = True
        self.may_read = threading.Event()
        self.may_read.set()
        self.threads = [threading.Thread(target=target, daemon=True) for target in (self._read, self._read_errors)]
        for thread in self.threads:
            thread.start()

    def stop_reading(self):
        """Closes the pipe of the events, as a reader that has gone."""
        self.is_reading = False
        self.process.stdout.close()

    def pause_reading(self):
        """Leaves what comes in the pipe."""
        self.may_read.clear()

    def go_on_reading(self):
        self.may_read.set()

    def _read(self):
        while self.is_reading:
            self.may_read.wait()
            try:
                line = self.process.stdout.readline()
            except ValueError:  # It was closed.
                line = b""
            if not line:
                break
            with self.news:
                try:
                    event = json.loads(line)
                    (self.events if "event" in event else self.other).append(event)
                except ValueError:
                    self.events.append({"event": "rubbish", "line": line})
                self.news.notify_all()
        with self.news:
            self.news.notify_all()

    def _read_errors(self):
        for line in self.process.stderr:
            self.errors += line

    @property
    def mark(self):
        """How many events there were so far: `wait` can look from here on."""
        with self.news:
            return len(self.events)

    def wait(self, kind, condition=lambda event: True, since=0, seconds=PATIENCE):
        """The first event of a kind behind a mark that fulfils a condition."""
        end = time.monotonic() + seconds
        with self.news:
            while True:
                for event in self.events[since:]:
                    if event["event"] == kind and condition(event):
                        return event
                    since += 1
                if not self.news.wait(max(0, min(0.5, end - time.monotonic()))):
                    if time.monotonic() > end or self.process.poll() is not None and not self.threads[0].is_alive():
                        raise Failure(f"no fitting event '{kind}'; {self.last_words()}")

    def last_words(self):
        shown = [json.dumps(event)[:300] for event in self.events if event["event"] not in ("layout", "rubbish")][-3:]
        status = self.process.poll()
        return f"status {status}, last events {shown}, errors {self.errors.decode(errors='replace')!r}"

    def latest(self, kind):
        """The newest event of a kind; None where there is none."""
        with self.news:
            return next((event for event in reversed(self.events) if event["event"] == kind), None)

    def ended(self, seconds=PATIENCE):
        """The exit status, once it has ended."""
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failure(f"still runs; {self.last_words()}") from None
        for thread in self.threads:
            thread.join(5)
        return status

    def kill(self):
        self.process.kill()
        return self.ended()

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.ended()

    @property
    def state(self):
        """Where it keeps the drawing."""
        return self.home / ".local/state/inkling"

    def saved(self):
        """The drawing that it keeps."""
        return drawings.read_journals(self.state)[0]


class Window(Program):
    """A run that shows a window on a server."""

    def __init__(self, bench, server, *arguments, **options):
        super().__init__(bench, *arguments, display=server.name, **options)
        self.server, self.display = server, server.display
        try:
            self.wait("layout")
            self.id = until(self._find, lambda: f"a window is shown; {self.last_words()}", PATIENCE)
        except Failure:
            self.end()
            raise
        self.display.origin = self.display.corner(self.id)

    def _find(self):
        if self.process.poll() is not None:
            raise Failure(f"it has ended; {self.last_words()}")
        window = self.display.window_of(self.process.pid)
        # A window manager puts the window somewhere and a frame around it.
        is_placed = window and (not self.server.has_manager or self.display.property(window, "_NET_FRAME_EXTENTS"))
        return window if is_placed else None

    @property
    def views(self):
        return self.latest("layout")["views"]

    def box(self, name):
        expect(name in self.views, f"'{name}' is not in the window:", " ".join(self.views))
        return self.views[name]

    def centre(self, name):
        x, y, width, height = self.box(name)
        return x + width / 2, y + height / 2

    def press(self, name):
        self.display.click(*self.centre(name))

    def place(self, x, y):
        """A place of the canvas, 0 to 1, in whole pixels of the window."""
        left, top, width, height = self.box("canvas")
        return int(left + x * width), int(top + y * height)

    def draw(self, shape, **options):
        """Draws lines given by corners on the canvas and returns every place the pointer was at."""
        strokes = [drawings.steps([self.place(*corner) for corner in corners]) for corners in shape]
        for stroke in strokes:
            self.display.stroke(stroke, **options)
        return strokes

    def wait_strokes(self, strokes, since=0):
        return self.wait("stroke", lambda event: event["strokes"] == strokes, since)

    def wait_reading(self, status, digit=None, since=0):
        return self.wait(
            "prediction", lambda event: event["status"] == status and (digit is None or event["digit"] == digit), since)

    def wait_views(self, *names, without=()):
        """Waits until the window has these elements, and none of `without`."""
        def fits(event):
            views = event["views"]
            return all(name in views for name in names) and not any(name in views for name in without)
        mark = self.mark
        newest = self.latest("layout")
        return newest if fits(newest) else self.wait("layout", fits, mark)

    def picture(self):
        return self.display.picture(self.id)

    def until_picture(self, condition, what):
        """Waits until the pixels of the window fulfil a condition, and gives them."""
        found = {}

        def look():
            found["picture"] = self.picture()
            return condition(found["picture"])
        until(look, what)
        return found["picture"]

    def close(self):
        """Ends by the keyboard, in peace."""
        self.display.move(*self.centre("canvas"))
        self.display.key("q", "Control_L")
        status = self.ended()
        expect(status == 0, f"Ctrl+Q ends with {status}; {self.last_words()}")

    def signal(self, number):
        self.process.send_signal(number)
        return self.ended()

    def terminate(self):
        return self.signal(signal.SIGTERM)
