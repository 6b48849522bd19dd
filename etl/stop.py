"""A run that is asked to stop (Ctrl-C, SIGTERM) ends after the batch at hand, with everything committed."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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

    @property
    def is_asked(self) -> bool:
        """Whether the end was asked for."""
        return self.number is not None

    def check(self) -> None:
        """Raise :class:`StoppedError` if the end was asked for."""
        if self.number is not None:
            raise StoppedError(self.number)


@contextmanager
def stop_on_signals(tell: Callable[[str], None]) -> Iterator[Stop]:
    """Turn the first SIGINT or SIGTERM into a wish that the block asks about; a second one ends at once.

    ``tell`` says so to whoever sent it.
    """
    stop = Stop()
    previous = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, _frame: FrameType | None) -> None:
        stop.number = number
        with suppress(RuntimeError):  # the signal came while a line was being written
            tell("stopping as soon as what is under way is written, which can take minutes; once more ends at once.")
        for each, handler in previous.items():
            signal.signal(each, handler)

    for number in previous:
        signal.signal(number, ask)
    try:
        yield stop
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
