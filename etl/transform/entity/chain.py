"""What an article calls one thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.transform.entity.given_names import gender_of
from etl.transform.entity.name import Name, title_gender


@dataclass(slots=True)
class Chain:
    """One thing: the places of its names in the list of names, and what they tell."""

    label: str
    words: set[tuple[str, ...]] = field(default_factory=set)
    names: list[int] = field(default_factory=list)
    gender: str | None = None
    #: The whole of names that share a surname with the next: "*Bill* and Hillary Clinton", by their places.
    shared: dict[int, str] = field(default_factory=dict)
    #: What relative it is brought in as ("his *son*"), and which of a family its name says that it is ("jr").
    kin: str | None = None
    generation: str = ""
    #: Whether a paragraph that names it speaks of father and son.
    is_family: bool = False

    def add(self, place: int, name: Name, words: tuple[str, ...]) -> None:
        self.names.append(place)
        self.words.add(words)
        self.gender = self.gender or _gender(name, words)


def _gender(name: Name, words: tuple[str, ...]) -> str | None:
    return title_gender(name.titles) or (gender_of(words[0]) if len(words) > 1 else None)
