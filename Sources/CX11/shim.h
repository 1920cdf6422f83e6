#pragma once
// Xlib, the input, shared memory and sync extensions. What Swift cannot import (macros, functions with a variable number
// of arguments) stands below as small functions.
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xresource.h>
#include <X11/Xutil.h>
#include <X11/cursorfont.h>
#include <X11/extensions/XI2.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/sync.h>
#include <X11/keysym.h>
#include <sys/ipc.h>
#include <sys/shm.h>
