"""How a thread that hangs is left behind, so that what it was to do can be done anew, or not at all."""

import ctypes
import threading


class LeftBehind(BaseException):
    """Raised inside a thread that is left behind; no `except Exception` on its way keeps it alive."""


def leave_behind(thread: threading.Thread) -> None:
    """End a thread as soon as it runs Python code again. Does not wait for it.

    Threads cannot be ended from outside, but CPython can raise an exception in one. Without that, an endless
    loop would take half of the processor for as long as the program runs.
    """
    if thread.is_alive() and thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(LeftBehind))
