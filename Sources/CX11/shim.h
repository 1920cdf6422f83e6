#pragma once
// Xlib, the input, shared memory and sync extensions. What Swift cannot import (macros, functions with a variable number
// of arguments) stands below as small functions.
#include <X11/XKBlib.h>
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
#include <poll.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

// An input context that shows what is being composed by itself; takes a variable number of arguments.
static inline XIC inkling_input_context(XIM method, Window window) {
  return XCreateIC(method, XNInputStyle, XIMPreeditNothing | XIMStatusNothing, XNClientWindow, window, XNFocusWindow,
                   window, (char *)0);
}

// The events that the input method wants to see.
static inline unsigned long inkling_input_context_events(XIC context) {
  unsigned long mask = 0;
  return XGetICValues(context, XNFilterEvents, &mask, (char *)0) == 0 ? mask : 0;
}

// Has `called` called with `data` when the input method's server goes away; contexts are gone then as well.
static inline void inkling_on_input_method_gone(XIM method, XIMProc called, XPointer data) {
  XIMCallback callback = {data, called};
  XSetIMValues(method, XNDestroyCallback, &callback, (char *)0);
}

// Waits until one of two files can be read, or for that many nanoseconds; a negative number waits without end.
// Declared here because the system's header keeps it for those who ask for GNU's own functions.
int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout, const sigset_t *signals);

static inline void inkling_wait(int first, int second, long long nanoseconds) {
  struct pollfd files[2] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
  struct timespec time = {nanoseconds / 1000000000, nanoseconds % 1000000000};
  ppoll(files, 2, nanoseconds < 0 ? 0 : &time, 0);
}
