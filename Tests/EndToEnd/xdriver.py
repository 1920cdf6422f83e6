"""Moves the pointer and presses buttons and keys of an X display as a person would, by the XTEST extension.

The real input path of the server is used: events carry its own time stamps and reach the window as those of a device.
"""

import ctypes
import ctypes.util
import time


class Display:
    def __init__(self, name=None):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.xtst = ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        for function in (self.x11.XFlush, self.x11.XCloseDisplay):
            function.argtypes = [ctypes.c_void_p]
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p] + [ctypes.c_int] * 3 + [ctypes.c_ulong]
        for function in (self.xtst.XTestFakeButtonEvent, self.xtst.XTestFakeKeyEvent):
            function.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.handle = self.x11.XOpenDisplay(name.encode() if name else None)
        if not self.handle:
            raise RuntimeError(f"no display {name or ''}")

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.handle, -1, int(x), int(y), 0)
        self.x11.XFlush(self.handle)

    def button(self, number, is_down):
        self.xtst.XTestFakeButtonEvent(self.handle, number, int(is_down), 0)
        self.x11.XFlush(self.handle)

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

    def sync(self):
        self.x11.XSync(self.handle, 0)

    def stroke(self, points, rate=500, button=1):
        """Draws through `points` with so many samples each second."""
        self.move(*points[0])
        self.button(button, True)
        start = time.perf_counter()
        for count, point in enumerate(points[1:], 1):
            wait = start + count / rate - time.perf_counter()
            if wait > 0:
                time.sleep(wait)
            self.move(*point)
        self.button(button, False)
        self.sync()

    def close(self):
        self.x11.XCloseDisplay(self.handle)
