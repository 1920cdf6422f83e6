"""Moves the pointer and presses buttons and keys of an X display as a person would, by the XTEST extension.

The real input path of the server is used: events carry its own time stamps and reach the window as those of a device.
"""

import time

from xwindows import Screen, c_int, c_uint, c_ulong, c_void_p, ctypes


class Display(Screen):
    def __init__(self, name=None):
        super().__init__(name)
        self.xtst = ctypes.CDLL("libXtst.so.6")
        self.x11.XKeysymToKeycode.argtypes = [c_void_p, c_ulong]
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x11.XStringToKeysym.restype = c_ulong
        self.x11.XFlush.argtypes = [c_void_p]
        self.xtst.XTestFakeMotionEvent.argtypes = [c_void_p] + [c_int] * 3 + [c_ulong]
        for function in (self.xtst.XTestFakeButtonEvent, self.xtst.XTestFakeKeyEvent):
            function.argtypes = [c_void_p, c_uint, c_int, c_ulong]
        # Where the window that is driven has its corner, when its own pixels are meant.
        self.origin = (0, 0)
        self.held = set()

    def move(self, x, y):
        x, y = int(x) + self.origin[0], int(y) + self.origin[1]
        self.xtst.XTestFakeMotionEvent(self.handle, -1, x, y, 0)
        self.x11.XFlush(self.handle)

    def button(self, number, is_down):
        (self.held.add if is_down else self.held.discard)(number)
        self.xtst.XTestFakeButtonEvent(self.handle, number, int(is_down), 0)
        self.x11.XFlush(self.handle)

    def release_all(self):
        """Lets go of the buttons that a test that failed may have left down."""
        for number in sorted(self.held):
            self.button(number, False)
        self.sync()

    def click(self, x, y, number=1):
        self.move(x, y)
        self.button(number, True)
        self.button(number, False)
        self.sync()

    def key(self, name, *modifiers):
        """Types a key by its keysym's name, such as `z`, with modifiers, such as `Control_L`."""
        codes = [self.x11.XKeysymToKeycode(self.handle, self.x11.XStringToKeysym(key.encode()))
                 for key in (*modifiers, name)]
        for code in codes:
            self.xtst.XTestFakeKeyEvent(self.handle, code, 1, 0)
        for code in reversed(codes):
            self.xtst.XTestFakeKeyEvent(self.handle, code, 0, 0)
        self.sync()

    def stroke(self, points, rate=500, button=1, release=True, sent=None):
        """Draws through `points` with so many samples each second; `sent` gets each place with its time when it went."""
        for count, point in enumerate(points):
            if count == 0:
                self.move(*point)
                self.button(button, True)
                start = time.monotonic()
            else:
                wait = start + count / rate - time.monotonic()
                if wait > 0:
                    time.sleep(wait)
                self.move(*point)
            if sent is not None:
                sent.append((time.monotonic(), *point))
        if release:
            self.button(button, False)
        self.sync()
