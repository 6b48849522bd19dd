"""A run that is asked to stop (Ctrl-C, SIGTERM) ends after the batch at hand, with everything committed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from etl.errors import NewstraceError


class StoppedError(NewstraceError):
    """The run was asked to stop. Its exit status is the signal's, as shells have it."""

    def __init__(self, number: int) -> None:
        super().__init__("stopped; what was done is kept, and the same command goes on from there.")
        self.exit_status = 128 + number


class Stop:
    """Remembers that a signal asked for the end."""

    def __init__(self) -> None:
        self.number: int | None = None

    def check(self) -> None:
        """Raise :class:`StoppedError` if the end was asked for."""
        if self.number is not None:
            raise StoppedError(self.number)


@contextmanager
def stop_on_signals() -> Iterator[Stop]:
    """Turn the first SIGINT or SIGTERM into a wish that the block asks about; a second one ends at once."""
    stop = Stop()
    previous = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, _frame: FrameType | None) -> None:
        stop.number = number
        for each, handler in previous.items():
            signal.signal(each, handler)

    for number in previous:
        signal.signal(number, ask)
    try:
        yield stop
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
