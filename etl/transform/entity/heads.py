"""Nouns at the end of names that tell what is named."""

from __future__ import annotations

from etl.transform.lexicon import word_set

#: Last words of names of bodies and places, which no first name outweighs.
THING_HEADS = word_set(
    """assembly election elections secretary electric services forces force corps project staff command army navy
    university college school institute foundation hospital church center centre company inc corp corporation
    group bank party committee council association society club museum park street avenue road square county
    city island islands beach river bay airport base bridge stadium arena hall house prison cathedral province
    district village department ministry agency organization organisation trust fund union court act law prize
    award cup open news times post llc ltd plc co brothers & airlines motors records pictures studios industries show
    series album tour""",
)
