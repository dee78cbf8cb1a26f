"""How the threads of the editor share the processor."""

import sys

_SWITCH_INTERVAL = 0.001


def keep_keys_live() -> None:
    """Let the thread that answers keys take its turn after 1 ms instead of 5; for the whole program.

    Measured with 6 ms of work for each key, handed to a thread that writes it, while 10,000 claims are
    analysed: half of the keys were answered within 10 ms instead of 19. The analysis takes no longer.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL)
