"""Starts X servers and what runs beside them, on display numbers that are free, and ends only what it started."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from checks import Failure, until
from xdriver import Display


class Child:
    """A process that is ended with the bench."""

    def __init__(self, command, log, **options):
        self.log = Path(log)
        with open(self.log, "wb") as file:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, **options)

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Server(Child):
    """An X server; it chooses its number itself."""

    def __init__(self, directory, *options, command=("Xvfb",), screen="1280x800x24"):
        self.directory = Path(tempfile.mkdtemp(prefix="server-", dir=directory))
        reading, writing = os.pipe()
        screens = ("-screen", "0", screen) if command[0] == "Xvfb" else ()
        super().__init__(
            [*command, "-displayfd", str(writing), *screens, "-nolisten", "tcp", "-noreset", *options],
            self.directory / "log", pass_fds=[writing], cwd=self.directory)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.end()
            raise Failure(f"{command[0]} did not start:\n" + self.log.read_text(errors="replace")[-2000:])
        self.name = f":{number}"
        self._display = None
        self.companions = []
        self.has_manager = False

    @property
    def display(self):
        """The connection through which the test drives and looks."""
        if not self._display:
            self._display = Display(self.name)
        return self._display

    def start(self, *command, **options):
        """Starts a program on this display, which ends with it."""
        environment = {**os.environ, "DISPLAY": self.name, **options.pop("env", {})}
        child = Child(list(command), self.directory / f"log-{len(self.companions)}", env=environment, **options)
        self.companions.append(child)
        return child

    def start_window_manager(self):
        home = self.directory / "home"
        home.mkdir()
        child = self.start("openbox", env={"HOME": str(home)}, cwd=home)
        for sign in ("_NET_SUPPORTING_WM_CHECK", "_NET_NUMBER_OF_DESKTOPS"):
            until(lambda: self.display.property(self.display.root, sign), "openbox runs")
        # It is ready only a moment after it has said so.
        time.sleep(1)
        self.has_manager = True
        return child

    def run(self, *command, **options):
        """What a short program says on this display."""
        environment = {**os.environ, "DISPLAY": self.name}
        return subprocess.run(command, env=environment, capture_output=True, timeout=30, **options).stdout

    def kill(self):
        """Takes the server away at once, as a crash would; the test looks at it no more."""
        self._display = None
        self.process.kill()
        self.process.wait()

    def end(self):
        # A connection that is open while its server goes would end this program.
        if self._display and self.process.poll() is None:
            self._display.close()
        self._display = None
        for child in reversed(self.companions):
            child.end()
        super().end()


class Bench:
    """Where a test finds servers, homes and windows; everything it took is gone after it."""

    def __init__(self, programs, is_long=False):
        self.programs, self.is_long = Path(programs).resolve(), is_long
        self.directory = Path(tempfile.mkdtemp(prefix="inkling-e2e-"))
        self.shared = {}
        self.taken, self.other_directories = [], []

    def server(self, *options, **more):
        """A server of the test's own."""
        server = Server(self.directory, *options, **more)
        self.taken.append(server)
        return server

    def xvfb(self):
        """A bare server that tests share."""
        if "xvfb" not in self.shared:
            self.shared["xvfb"] = Server(self.directory)
        return self.shared["xvfb"]

    def desktop(self):
        """A server with a window manager that tests share."""
        if "desktop" not in self.shared:
            self.shared["desktop"] = Server(self.directory)
            self.shared["desktop"].start_window_manager()
        return self.shared["desktop"]

    def tablet(self):
        """A server with a tablet, a touch screen and a touch pad that tests share."""
        from tablet import TabletServer
        if "tablet" not in self.shared:
            self.shared["tablet"] = TabletServer(self.directory)
        return self.shared["tablet"]

    def home(self):
        """A new home, empty."""
        return Path(tempfile.mkdtemp(prefix="home-", dir=self.directory))

    def open(self, server=None, *arguments, **options):
        """A window that is ready, on a bare server unless another is given."""
        from program import Window
        window = Window(self, server or self.xvfb(), *arguments, **options)
        self.taken.append(window)
        return window

    def tidy(self):
        """Ends what a test has taken."""
        taken, self.taken = self.taken, []
        for thing in reversed(taken):
            thing.end()
        for server in self.shared.values():
            server.display.release_all()
            server.display.origin = (0, 0)

    def end(self):
        self.tidy()
        for server in self.shared.values():
            server.end()
        subprocess.run(["chmod", "-R", "u+rwX", str(self.directory)], check=False)
        for directory in (self.directory, *self.other_directories):
            shutil.rmtree(directory, ignore_errors=True)
