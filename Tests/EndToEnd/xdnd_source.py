#!/usr/bin/python3
"""A program that drags something over a window and drops it there, well behaved or not.

    xdnd_source.py WINDOW [--offer TYPE=FILE|TYPE=:TEXT]… [--at X,Y] [--misbehave HOW] [--types N] [--wait SECONDS]

WINDOW is a number such as `xdotool search` prints. X and Y are pixels of the window. Escapes such as \\r and \\n in TEXT
are understood. Each answer of the window is printed as one line; the status is 0 when it finished the drop with success,
2 when it finished it with a refusal, 3 when no end of the drop was told in time.

HOW is one of
    no-enter      positions and a drop without an enter
    drop-only     a drop and nothing before it
    no-position   an enter and a drop
    bad-list      the list of types is made of bytes
    no-list       a list of types is promised and not there
    bad-format    the contents come as 32-bit numbers
    bad-type      the contents come under another type
    refuse        the contents are refused
    silent        the contents never come
    stall         the contents begin to come in pieces and stop
    endless       the contents come in pieces without an end
    die           the source is gone when the contents are asked for
    die-dragging  the source is gone while it drags
    leave         it drags away again
    old           it speaks a version that is too old
"""
import argparse
import ctypes
import os
import select
import sys
import time
from ctypes import POINTER, Structure, Union, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p

x11 = ctypes.CDLL("libX11.so.6")


class ClientMessage(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
                ("message_type", c_ulong), ("format", c_int), ("data", c_long * 5)]


class SelectionRequest(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("owner", c_ulong),
                ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong), ("property", c_ulong),
                ("time", c_ulong)]


class SelectionNotify(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p),
                ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong), ("property", c_ulong),
                ("time", c_ulong)]


class PropertyChange(Structure):
    _fields_ = [("type", c_int), ("serial", c_ulong), ("send_event", c_int), ("display", c_void_p), ("window", c_ulong),
                ("atom", c_ulong), ("time", c_ulong), ("state", c_int)]


class Event(Union):
    _fields_ = [("type", c_int), ("client", ClientMessage), ("request", SelectionRequest), ("notify", SelectionNotify),
                ("property", PropertyChange), ("pad", c_long * 24)]


PROPERTY_NOTIFY, SELECTION_REQUEST, SELECTION_NOTIFY, CLIENT_MESSAGE = 28, 30, 31, 33
PROPERTY_DELETED = 1
PROPERTY_CHANGE_MASK = 1 << 22

x11.XOpenDisplay.restype = c_void_p
x11.XDefaultRootWindow.argtypes, x11.XDefaultRootWindow.restype = [c_void_p], c_ulong
x11.XInternAtom.argtypes, x11.XInternAtom.restype = [c_void_p, c_char_p, c_int], c_ulong
x11.XGetAtomName.argtypes, x11.XGetAtomName.restype = [c_void_p, c_ulong], c_char_p
x11.XCreateSimpleWindow.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_uint, c_ulong, c_ulong]
x11.XCreateSimpleWindow.restype = c_ulong
x11.XDestroyWindow.argtypes = [c_void_p, c_ulong]
x11.XSelectInput.argtypes = [c_void_p, c_ulong, c_long]
x11.XSetSelectionOwner.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
x11.XChangeProperty.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong, c_int, c_int, c_char_p, c_int]
x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, POINTER(Event)]
x11.XTranslateCoordinates.argtypes = [c_void_p, c_ulong, c_ulong, c_int, c_int, POINTER(c_int), POINTER(c_int),
                                      POINTER(c_ulong)]
for name in ["XPending", "XConnectionNumber", "XFlush", "XSync"]:
    getattr(x11, name).argtypes = [c_void_p] + ([c_int] if name == "XSync" else [])
x11.XNextEvent.argtypes = [c_void_p, POINTER(Event)]


class Source:
    def __init__(self, target, offers, misbehaviour, padding):
        self.display = x11.XOpenDisplay(None)
        if not self.display:
            sys.exit("no display")
        self.root = x11.XDefaultRootWindow(self.display)
        self.window = x11.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, 0, 0)
        self.target, self.offers, self.misbehaviour = target, offers, misbehaviour
        self.types = [f"application/x-padding-{index}" for index in range(padding)] + list(offers)
        self.now = self.server_time()
        self.transfers = {}
        x11.XSetSelectionOwner(self.display, self.atom("XdndSelection"), self.window, self.now)

    def atom(self, name):
        return x11.XInternAtom(self.display, name.encode(), 0)

    def put(self, window, name, kind, width, data):
        """Writes a property; numbers of 32 bits are handed to Xlib as longs."""
        count = len(data)
        if width == 32:
            data = bytes((c_ulong * count)(*data))
        x11.XChangeProperty(self.display, window, name, kind, width, 0, bytes(data), count)

    def server_time(self):
        x11.XSelectInput(self.display, self.window, PROPERTY_CHANGE_MASK)
        self.put(self.window, self.atom("XDND_SOURCE_TIME"), self.atom("STRING"), 8, b"")
        while True:
            event = self.next_event(5)
            if event is None:
                sys.exit("the server does not answer")
            if event.type == PROPERTY_NOTIFY:
                return event.property.time

    def next_event(self, seconds):
        end = time.monotonic() + seconds
        while not x11.XPending(self.display):
            left = end - time.monotonic()
            if left <= 0 or not select.select([x11.XConnectionNumber(self.display)], [], [], left)[0]:
                return None
        event = Event()
        x11.XNextEvent(self.display, byref(event))
        return event

    def send(self, message, *numbers):
        event = Event()
        event.client.type, event.client.window, event.client.format = CLIENT_MESSAGE, self.target, 32
        event.client.message_type = self.atom(message)
        event.client.data = (c_long * 5)(self.window, *numbers)
        x11.XSendEvent(self.display, self.target, 0, 0, byref(event))
        x11.XFlush(self.display)

    def enter(self):
        atoms = [self.atom(name) for name in self.types]
        listed = len(atoms) > 3 or self.misbehaviour in ("bad-list", "no-list")
        if self.misbehaviour == "bad-list":
            self.put(self.window, self.atom("XdndTypeList"), self.atom("STRING"), 8, b"hello world")
        elif listed and self.misbehaviour != "no-list":
            self.put(self.window, self.atom("XdndTypeList"), self.atom("ATOM"), 32, atoms)
        version = 2 if self.misbehaviour == "old" else 5
        self.send("XdndEnter", version << 24 | (1 if listed else 0), *(atoms + [0, 0, 0])[:3])

    def move(self, x, y):
        root_x, root_y, child = c_int(), c_int(), c_ulong()
        x11.XTranslateCoordinates(
            self.display, self.target, self.root, x, y, byref(root_x), byref(root_y), byref(child))
        self.send("XdndPosition", 0, root_x.value << 16 | root_y.value, self.now, self.atom("XdndActionCopy"))

    def drop(self):
        self.send("XdndDrop", 0, self.now, 0, 0)

    def leave(self):
        self.send("XdndLeave", 0, 0, 0, 0)

    def wait_for(self, message, seconds):
        """Serves whatever is asked until `message` comes; returns its numbers, None when it does not come."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and (event := self.next_event(left)) is not None:
            if event.type == SELECTION_REQUEST:
                self.serve(event.request)
            elif event.type == PROPERTY_NOTIFY and event.property.state == PROPERTY_DELETED:
                self.send_piece(event.property.window, event.property.atom)
            elif event.type == CLIENT_MESSAGE:
                numbers = list(event.client.data)
                print(x11.XGetAtomName(self.display, event.client.message_type).decode(), numbers[1], flush=True)
                if event.client.message_type == self.atom(message):
                    return numbers
        return None

    def serve(self, request):
        name = x11.XGetAtomName(self.display, request.target).decode()
        print("asked for", name, flush=True)
        if self.misbehaviour == "silent":
            return
        if self.misbehaviour == "die":
            os._exit(0)
        isServed = name in self.offers and self.misbehaviour != "refuse"
        if isServed:
            self.put_contents(request, name)
        event = Event()
        event.notify.type, event.notify.requestor, event.notify.selection = (
            SELECTION_NOTIFY, request.requestor, request.selection)
        event.notify.target, event.notify.time = request.target, request.time
        event.notify.property = request.property if isServed else 0
        x11.XSendEvent(self.display, request.requestor, 0, 0, byref(event))
        x11.XFlush(self.display)

    def put_contents(self, request, name):
        data = self.offers[name]
        if self.misbehaviour == "bad-format":
            self.put(request.requestor, request.property, request.target, 32, list(data[:64]))
        elif self.misbehaviour == "bad-type":
            self.put(request.requestor, request.property, self.atom("COLORMAP"), 8, data)
        elif len(data) > 200_000 or self.misbehaviour in ("stall", "endless"):
            x11.XSelectInput(self.display, request.requestor, PROPERTY_CHANGE_MASK)
            self.transfers[request.requestor, request.property] = (request.target, data)
            self.put(request.requestor, request.property, self.atom("INCR"), 32, [len(data)])
        else:
            self.put(request.requestor, request.property, request.target, 8, data)

    def send_piece(self, window, name):
        if (window, name) not in self.transfers:
            return
        kind, data = self.transfers[window, name]
        if self.misbehaviour == "stall" and data != self.offers.get(x11.XGetAtomName(self.display, kind).decode()):
            return
        piece = data[:100_000] or (b" " * 100_000 if self.misbehaviour == "endless" else b"")
        self.put(window, name, kind, 8, piece)
        if piece:
            self.transfers[window, name] = (kind, data[len(piece):])
        else:
            del self.transfers[window, name]
        x11.XFlush(self.display)


def contents(text):
    kind, _, value = text.partition("=")
    if value.startswith(":"):
        return kind, value[1:].encode().decode("unicode_escape").encode("latin-1")
    with open(value, "rb") as file:
        return kind, file.read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("window", type=lambda text: int(text, 0))
    parser.add_argument("--offer", action="append", default=[], type=contents)
    parser.add_argument("--at", default="100,80")
    parser.add_argument("--misbehave", default="")
    parser.add_argument("--types", type=int, default=0, help="how many useless types stand before the offers")
    parser.add_argument("--wait", type=float, default=8)
    options = parser.parse_args()
    x, y = map(int, options.at.split(","))
    how = options.misbehave
    source = Source(options.window, dict(options.offer), how, options.types)
    if how not in ("no-enter", "drop-only"):
        source.enter()
    if how not in ("drop-only", "no-position"):
        for step in (20, 10, 0):
            source.move(x - step, y)
            source.wait_for("XdndStatus", 2)
    if how == "die-dragging":
        os._exit(0)
    if how == "leave":
        source.leave()
        x11.XSync(source.display, 0)
        return 0
    source.drop()
    finished = source.wait_for("XdndFinished", options.wait)
    if finished is None:
        return 3
    return 0 if finished[1] & 1 else 2


sys.exit(main())
