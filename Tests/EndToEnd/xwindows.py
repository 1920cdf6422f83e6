"""Looks at an X display: which windows there are, their properties and their pixels."""

import ctypes
import struct
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p


class Image(Structure):
    """The beginning of Xlib's XImage."""
    _fields_ = [("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int), ("data", c_void_p),
                ("byte_order", c_int), ("bitmap_unit", c_int), ("bitmap_bit_order", c_int), ("bitmap_pad", c_int),
                ("depth", c_int), ("bytes_per_line", c_int), ("bits_per_pixel", c_int), ("red_mask", c_ulong),
                ("green_mask", c_ulong), ("blue_mask", c_ulong), ("obdata", c_void_p), ("create", c_void_p),
                ("destroy", ctypes.CFUNCTYPE(c_int, c_void_p))]


class Attributes(Structure):
    """Xlib's XWindowAttributes."""
    _fields_ = [(name, c_int) for name in ("x", "y", "width", "height", "border_width", "depth")]
    _fields_ += [("visual", c_void_p), ("root", c_ulong)]
    _fields_ += [(name, c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")]
    _fields_ += [("planes", c_ulong), ("pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong),
                 ("map_installed", c_int), ("map_state", c_int), ("all_event_masks", c_long),
                 ("your_event_mask", c_long), ("no_propagate", c_long), ("override", c_int), ("screen", c_void_p)]


class Message(Structure):
    """Xlib's XClientMessageEvent, as long as any XEvent."""
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
                ("kind", c_ulong), ("format", c_int), ("data", c_long * 5), ("rest", c_long * 14)]


class Picture:
    """Pixels, 8 bits each for blue, green, red and nothing."""

    def __init__(self, width, height, data):
        self.width, self.height, self.data = width, height, data

    def pixel(self, x, y):
        """Red, green and blue."""
        at = (int(y) * self.width + int(x)) * 4
        return self.data[at + 2], self.data[at + 1], self.data[at]

    def part(self, box):
        """The bytes of a part."""
        x, y, width, height = (int(value) for value in box)
        rows = range(max(0, y), min(self.height, y + height))
        left, right = max(0, x), min(self.width, x + width)
        return b"".join(self.data[(row * self.width + left) * 4:(row * self.width + right) * 4] for row in rows)

    def is_dark(self, x, y):
        return sum(self.pixel(x, y)) < 3 * 128


@ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
def ignore_error(_display, _error):
    """Windows may go while they are looked at."""
    return 0


@ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)
def stay(_display, _data):
    """A server that has gone must not end the test, which is to say so."""
    return 0


class Screen:
    def __init__(self, name=None):
        self.x11 = x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = c_void_p
        x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = [c_void_p], c_ulong
        x11.XInternAtom.argtypes, x11.XInternAtom.restype = [c_void_p, c_char_p, c_int], c_ulong
        x11.XGetImage.argtypes = [c_void_p, c_ulong] + [c_int] * 2 + [c_uint] * 2 + [c_ulong, c_int]
        x11.XGetImage.restype = POINTER(Image)
        x11.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, POINTER(Attributes)]
        x11.XQueryTree.argtypes = [c_void_p, c_ulong] + [POINTER(c_ulong)] * 2 + [
            POINTER(POINTER(c_ulong)), POINTER(c_uint)]
        x11.XGetWindowProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong] + [
            POINTER(c_ulong), POINTER(c_int), POINTER(c_ulong), POINTER(c_ulong), POINTER(c_void_p)]
        x11.XTranslateCoordinates.argtypes = [c_void_p, c_ulong, c_ulong, c_int, c_int, POINTER(c_int), POINTER(c_int),
                                              POINTER(c_ulong)]
        x11.XChangeProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong, c_int, c_int, c_char_p, c_int]
        x11.XSelectInput.argtypes = [c_void_p, c_ulong, c_long]
        x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(Message)]
        x11.XCheckTypedEvent.argtypes = [c_void_p, c_int, POINTER(Message)]
        x11.XKillClient.argtypes = [c_void_p, c_ulong]
        x11.XFree.argtypes = x11.XCloseDisplay.argtypes = [c_void_p]
        x11.XSync.argtypes = [c_void_p, c_int]
        x11.XSetErrorHandler(ignore_error)
        x11.XSetIOErrorHandler(stay)
        self.handle = x11.XOpenDisplay(name.encode() if name else None)
        if not self.handle:
            raise RuntimeError(f"no display {name or ''}")
        x11.XSetIOErrorExitHandler.argtypes = [c_void_p, c_void_p, c_void_p]
        x11.XSetIOErrorExitHandler(self.handle, ctypes.cast(stay, c_void_p), None)
        self.root = x11.XDefaultRootWindow(self.handle)

    def sync(self):
        self.x11.XSync(self.handle, 0)

    def close(self):
        self.x11.XCloseDisplay(self.handle)

    def atom(self, name):
        return self.x11.XInternAtom(self.handle, name.encode(), 0)

    def children(self, window):
        root, parent, count, list_ = c_ulong(), c_ulong(), c_uint(), POINTER(c_ulong)()
        if not self.x11.XQueryTree(self.handle, window, byref(root), byref(parent), byref(list_), byref(count)):
            return []
        found = [list_[index] for index in range(count.value)]
        if list_:
            self.x11.XFree(list_)
        return found

    def property(self, window, name):
        """The numbers of a property, or its bytes where it has bytes; None where there is none."""
        kind, form, count, rest, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        self.x11.XGetWindowProperty(self.handle, window, self.atom(name), 0, 1 << 20, 0, 0, byref(kind), byref(form),
                                    byref(count), byref(rest), byref(data))
        if not data.value:
            return None
        size = count.value * {8: 1, 16: 2, 32: 8}[form.value]
        raw = ctypes.string_at(data, size)
        self.x11.XFree(data)
        if form.value == 8:
            return raw
        # Numbers of 32 bits come as longs, the sign carried on.
        numbers = struct.unpack(f"<{count.value}{'H' if form.value == 16 else 'Q'}", raw)
        return [number & 0xFFFFFFFF for number in numbers]

    def window_of(self, process):
        """The window that is shown by a process; None where there is none."""
        waiting = [self.root]
        while waiting:
            window = waiting.pop()
            if self.property(window, "_NET_WM_PID") == [process] and self.attributes(window).map_state == 2:
                return window
            waiting += self.children(window)
        return None

    def set_text(self, window, name, text):
        """Sets a property that holds text."""
        data = text.encode("latin-1")
        self.x11.XChangeProperty(self.handle, window, self.atom(name), 31, 8, 0, data, len(data))
        self.sync()

    def listen_to_messages(self):
        """Hears what programs tell the root window, from now on."""
        self.x11.XSelectInput(self.handle, self.root, 1 << 19)
        self.sync()

    def send_message(self, window, kind, data):
        """Tells a window something."""
        event = Message(33, 0, 1, self.handle, window, self.atom(kind), 32, (c_long * 5)(*data))
        self.x11.XSendEvent(self.handle, window, 0, 0, byref(event))
        self.sync()

    def next_message(self, condition):
        """The five numbers of a message to the root window that has come; None where none has."""
        event = Message()
        while self.x11.XCheckTypedEvent(self.handle, 33, byref(event)):
            if event.window == self.root and condition(list(event.data)):
                return list(event.data)
        return None

    def kill_client(self, window):
        """Has the server throw out the program that a window belongs to."""
        self.x11.XKillClient(self.handle, c_ulong(window))
        self.sync()

    def attributes(self, window):
        attributes = Attributes()
        self.x11.XGetWindowAttributes(self.handle, window, byref(attributes))
        return attributes

    def window_above(self, window):
        """Whether another window that is shown stands above."""
        top = window
        while True:
            root, parent, count, list_ = c_ulong(), c_ulong(), c_uint(), POINTER(c_ulong)()
            self.x11.XQueryTree(self.handle, top, byref(root), byref(parent), byref(list_), byref(count))
            if list_:
                self.x11.XFree(list_)
            if parent.value in (self.root, 0):
                break
            top = parent.value
        siblings = self.children(self.root)
        above = siblings[siblings.index(top) + 1:] if top in siblings else []
        return any(self.attributes(other).map_state == 2 and self.attributes(other).width > 400 for other in above)

    def corner(self, window):
        """Where a window is on the screen."""
        x, y, child = c_int(), c_int(), c_ulong()
        self.x11.XTranslateCoordinates(self.handle, window, self.root, 0, 0, byref(x), byref(y), byref(child))
        return x.value, y.value

    def picture(self, window):
        """The pixels of a window."""
        size = self.attributes(window)
        image = self.x11.XGetImage(self.handle, window, 0, 0, size.width, size.height, c_ulong(-1).value, 2)
        if not image:
            raise RuntimeError("the window gives no pixels")
        found = image.contents
        data = ctypes.string_at(found.data, found.bytes_per_line * found.height)
        picture = Picture(found.width, found.height, data)
        found.destroy(ctypes.cast(image, c_void_p))
        return picture
