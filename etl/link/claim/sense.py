"""What a wording asserts: the same wherever it is printed, or, where it tells little, another thing in each story.

"Britain returned Hong Kong to China in 1997" is one claim in any article; "dozens were missing" is one claim in the
articles of one flood, and another one in those of the next. Wordings are compared whatever stories they are printed
in; claims are made of what they assert there, their *senses*.
"""

from __future__ import annotations

from typing import NamedTuple

from etl.link.claim.content import Content
from etl.link.claim.telling import is_telling_alone
from etl.link.rows import hash_key

#: Stands for the story of a wording that asserts the same in any.
ANY_STORY = 0


class Sense(NamedTuple):
    """One wording in one story, or in any. A tuple, as pairs of them are looked up very often."""

    form_key: int
    story_id: int

    @property
    def key(self) -> int:
        return hash_key(self.form_key, self.story_id) if self.story_id else self.form_key


def sense_of(form_key: int, content: Content, story_id: int) -> Sense:
    """What a wording asserts in the articles of a story."""
    return Sense(form_key, ANY_STORY if is_telling_alone(content) else story_id)
