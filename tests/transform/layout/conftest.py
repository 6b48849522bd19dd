"""Pages as a reader would note them down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Document, Span, SuppliedMetadata
from etl.transform.layout import Layout, lay_out


class Page:
    """A page written in a test, laid out."""

    def __init__(self, text: str, **supplied: str) -> None:
        self.text = text
        self.layout: Layout = lay_out(Document(text, metadata=SuppliedMetadata(**supplied)))

    def roles(self, words: int = 2) -> list[tuple[str, str]]:
        """Each paragraph's role with its first words."""
        return [
            (each.role.value, " ".join(self.text[each.start_char : each.end_char].split()[:words]))
            for each in self.layout.paragraphs
        ]

    def of_role(self, role: str) -> list[str]:
        """The paragraphs with ``role``, in full."""
        return [
            self.text[each.start_char : each.end_char] for each in self.layout.paragraphs if each.role.value == role
        ]

    @property
    def headline(self) -> str | None:
        found = self.layout.headline
        return found.text if isinstance(found, Span) else found

    @property
    def authors(self) -> list[str]:
        return [each.name for each in self.layout.authors]

    @property
    def published(self) -> tuple[str, str, str | None] | None:
        """ISO time, precision, and the words that say it."""
        found = self.layout.published
        if found is None:
            return None
        return found.at.isoformat(), found.precision.value, found.span.text if found.span else None

    @property
    def credits(self) -> list[tuple[str, str]]:
        return [(each.kind.value, each.outlet) for each in self.layout.credits]


@pytest.fixture
def lay() -> Callable[..., Page]:
    """``lay(text, **supplied metadata)`` gives a :class:`Page`."""
    return Page
