"""What can go wrong between newstrace and a language pipeline."""

from __future__ import annotations

from etl.errors import NewstraceError


class PipelineError(NewstraceError):
    """The language pipeline can't be loaded, or can't serve the attribution rules.

    The message says what is missing and what to do.
    """
