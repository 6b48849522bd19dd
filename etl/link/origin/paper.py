"""Which document an unnamed one is: a letter, a memo, a filing that several articles tell the same claim by.

"A letter obtained by the newspaper" and "a letter that the firm sent to its staff" are one letter, if both are said to
tell one thing. Reports and statements are left alone: two bodies may well report, or state, the same.
"""

from __future__ import annotations

import re

from etl.link.lexicon import word_set
from etl.link.words import fold_words

_CLASSES = {
    noun: nouns[0]
    for nouns in (
        line.split()
        for line in (
            "letter letters",
            "memo memos memorandum memoranda",
            "email emails e-mail",
            "filing filings lawsuit lawsuits suit complaint petition",
            "indictment",
            "affidavit",
            "warrant",
            "ruling judgment judgement verdict",
            "autopsy",
            "transcript transcripts",
        )
    )
    for noun in nouns
}
_OF_COURT = word_set("documents document papers paper records record")
#: Who wrote it: behind "from", or as its owner. Who got hold of it tells nothing: "seen by the Echo".
_WRITER = re.compile(
    r"\b(?:from|of|(?:written|sent|signed|filed)\s+by)\s+(?:the\s+)?(?P<name>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*)"
    r"|(?P<owner>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*)['’]s?\s"
)


def class_of_paper(source: str) -> str | None:
    """What kind of document a source is of which a claim has one; none for other kinds, or no document."""
    words = fold_words(source)
    for before, word in zip(("", *words), words, strict=False):
        if word in _CLASSES:
            return _CLASSES[word]
        if word in _OF_COURT and before == "court":
            return _CLASSES["filing"]
    return None


def writers_of(source: str) -> frozenset[str]:
    """The folded names of who wrote a document, where its description names any."""
    return frozenset(
        word for match in _WRITER.finditer(source) for word in fold_words(match.group("name") or match.group("owner"))
    )
