"""An X server with a scriptable pen, eraser, touch screen and touch pad.

Debian's Xorg with the `dummy` video driver and the `inputtest` input driver: no graphics card, no terminal and no real
device. Each device listens on a socket for the events that it is to send.
"""

import os
import re
import socket
import struct
import time

from checks import Failure, until
from servers import Server

DEVICES = {"stylus": ("Test Tablet Pen stylus", "Touch"), "eraser": ("Test Tablet Pen eraser", "Touch"),
           "screen": ("Test Touch Screen", "Touch"), "pad": ("Test Pointing Stick", "Pointer")}
SCREEN = (1280, 800)

CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AllowMouseOpenFail" "true"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 32768
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1280x800" 83.50 1280 1352 1480 1680 800 803 809 831
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x800"
    Virtual 1280 800
  EndSubSection
EndSection
"""


def configuration(directory):
    text, listed = CONFIGURATION, ""
    for name, (title, kind) in DEVICES.items():
        text += (f'Section "InputDevice"\n  Identifier "{title}"\n  Driver "inputtest"\n'
                 f'  Option "SocketPath" "{directory}/{name}"\n  Option "DeviceType" "{kind}"\nEndSection\n')
        listed += f'  InputDevice "{title}"\n'
    return text + f'Section "ServerLayout"\n  Identifier "layout"\n  Screen "screen"\n{listed}EndSection\n'


class Device:
    """One end of a device's socket: what is sent here, the device does."""
    CLIENT_VERSION, WAIT, MOTION, PROXIMITY, BUTTON, KEY, TOUCH = range(7)
    BEGIN, UPDATE, END = 18, 19, 20

    def __init__(self, path, ranges):
        self.ranges, self.pressure = ranges, 0.0
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(str(path))
        self.send(self.CLIENT_VERSION, struct.pack("<HH", 1, 1))
        self.socket.recv(64)

    def send(self, kind, content):
        self.socket.sendall(struct.pack("<II", 8 + len(content), kind) + content)

    def values(self, place, pressure=None, axes=None):
        values = dict(axes or {})
        if place is not None:
            for axis, value, side in zip((0, 1), place, SCREEN):
                low, high = self.ranges[axis]
                # The middle of a pixel, as the server counts.
                values[axis] = low + (high - low) * (value + 0.5) / side
        if pressure is not None:
            low, high = self.ranges[4]
            values[4] = low + (high - low) * pressure
        mask, all_ = bytearray(8), [0.0] * 64
        for axis, value in values.items():
            mask[axis >> 3] |= 1 << (axis & 7)
            all_[axis] = float(value)
        return struct.pack("<I8s4x64d64d", 0, bytes(mask), *all_, *([0.0] * 64))

    def move(self, place, pressure=0.0):
        self.send(self.MOTION, struct.pack("<I4x", 1) + self.values(place, pressure))

    def scroll(self, axis, amount):
        self.send(self.MOTION, struct.pack("<I4x", 0) + self.values(None, axes={axis: amount}))

    def button(self, number, is_down, place=None, pressure=None):
        self.send(self.BUTTON, struct.pack("<iiI4x", 1, number, int(is_down)) + self.values(place, pressure))

    def touch(self, number, kind, place):
        self.send(self.TOUCH, struct.pack("<II", number, kind) + self.values(place))

    def sync(self):
        """Returns when the server has done everything."""
        self.send(self.WAIT, b"")
        self.socket.recv(64)

    def stroke(self, places, pressures, button=1):
        """Hovers, presses, draws and lifts; `pressures` has one number for each place, or is one for all."""
        if isinstance(pressures, (int, float)):
            pressures = [pressures] * len(places)
        self.move(places[0], 0)
        self.button(button, True, places[0], pressures[0])
        for place, pressure in zip(places[1:], pressures[1:]):
            self.move(place, pressure)
            time.sleep(0.002)
        self.button(button, False)
        self.sync()


class TabletServer(Server):
    def __init__(self, directory):
        program = next((path for path in ("/usr/lib/xorg/Xorg", "/usr/bin/Xorg") if os.path.exists(path)), None)
        if not program:
            raise Failure("there is no Xorg: .ci/packages checks installs it")
        file = directory / "xorg.conf"
        sockets = directory / "devices"
        sockets.mkdir()
        file.write_text(configuration(sockets))
        super().__init__(directory, "-config", str(file), "-logfile", str(directory / "xorg.log"), "-novtswitch",
                         "-sharevts", command=(program,))
        self.sockets, self.devices = sockets, {}
        for name in DEVICES:
            self.reconnect(name)

    def reconnect(self, name):
        """Connects with a device that has just been switched on."""
        title = DEVICES[name][0]
        if name in self.devices:
            self.devices[name].socket.close()
        until((self.sockets / name).exists, f"the socket of {title}")
        self.devices[name] = Device(self.sockets / name, self.ranges(title))
        return self.devices[name]

    def number(self, title):
        listed = self.run("xinput", "list", "--id-only", title).decode().split()
        if not listed:
            raise Failure(f"the server has no device '{title}'")
        return listed[0]

    def ranges(self, title):
        """The range of each axis of a device."""
        listed = self.run("xinput", "list", "--long", self.number(title)).decode()
        found = re.findall(r"Detail for Valuator (\d+):.*?Range: (-?[\d.]+) - (-?[\d.]+)", listed, re.S)
        return {int(axis): (float(low), float(high)) for axis, low, high in found}
