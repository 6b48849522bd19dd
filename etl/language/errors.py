"""What can go wrong between newstrace and a language pipeline."""

from __future__ import annotations


class PipelineError(Exception):
    """The language pipeline can't be loaded, or can't serve the attribution rules.

    The message says what is missing and what to do.
    """
