"""Block quotations: paragraphs of somebody else's words, introduced by a colon and printed without marks.

A page gives no sign of where such a quotation ends once its indentation is lost, so the end is weighed: it goes on
until the author speaks again (names the quoted person, answers what was quoted, introduces anew), and beyond its
first paragraph only on evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.transform.layout.block import Block

_OPENS_WITH_MARK = re.compile(r"[\"“”„«‘'‹]|''|``")
_BULLET = re.compile(r"(?:[-*•·–—▪►‣]|\(?\d{1,2}[.)]|[a-z]\))\s")
#: What an introduction says before its colon: somebody speaks or writes, or a text follows.
_INTRODUCES = re.compile(
    r"""\b(?:say|says|said|add|adds|added|write|writes|wrote|written|report|reports|reported|continue|continues|continued
    |conclude|concludes|concluded|explain|explains|explained|note|notes|noted|observe|observes|observed|argue|argues|argued
    |state|states|stated|tell|tells|told|ask|asks|asked|answer|answers|answered|reply|replies|replied|respond|responds|responded
    |read|reads|announce|announces|announced|declare|declares|declared|comment|comments|commented|describe|describes|described
    |explaining|writing|saying|adding|noting|recall|recalls|recalled|remark|remarks|remarked|suggest|suggests|tweeted|posted
    |quote|quotes|quoted|summarize[sd]?|summarise[sd]?|point(?:s|ed)?\sout|put\sit|puts\sit|goes\son|went\son|warns?|warned
    |statement|letter|e-?mail|excerpts?|passage|transcript|column|op-?ed|editorial|memo|message|post|press\srelease|words
    |from\s(?:the|his|her|their|an?)\s\w+|according\sto|here(?:['’]s|\sis|\sare)|following|as\sfollows|this)\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: How an author comes back: answering, pointing back, or drawing conclusions.
_COMMENTS = re.compile(
    r"""(?:actually|indeed|of\scourse|in\sother\swords|as\s(?:noted|mentioned|i\s(?:noted|wrote|said|argued)|we\s(?:noted|wrote|said|saw))
    |clearly|obviously|exactly|precisely|translation|got\sthat|note\s(?:that|the|how)|notice|so\s(?:much\sfor|there|what|let|the|is|far)|that['’]s\s
    |which\s(?:is|brings|raises|means)|still,|yes,|no,|well,|maybe|perhaps|sounds|hmm+|now,|needless|to\sbe\s(?:sure|fair)|in\sfact|in\sshort
    |it['’]s\s(?:hard|difficult|understandable|worth|clear|no\s(?:wonder|surprise)|not\sclear|easy|tempting|a\s\w+)
    |i\s(?:think|agree|suspect|doubt|would|don['’]t|hope|believe|am|have|wonder|wish)|we\s(?:should|can|are|have|must|need)
    |this\s(?:is|was|seems|means|sounds|would|explains|suggests|raises|argument|claim|analysis|account|statement|story|report|piece|passage)
    |(?:he|she|they)(?:['’]s|\sis|\sare)?\s(?:right|wrong|absolutely|correct)|read\sthe\b|the\s(?:whole|full)\s(?:piece|article|thing|column|post))""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|us|our)\b")
_EXCERPT_MARK = re.compile(r"\[\w{1,3}\]\w|\[[a-z][^\]]{0,40}\]|(?:\.\s?){3}|…|\[…\]")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'.-]+|al-\w+|de|von|van|bin))*")
_MAX_PARAGRAPHS = 12
_MAX_INTRODUCTION_WORDS = 80


def block_quotations(blocks: Sequence[Block], is_body: Sequence[bool]) -> set[int]:
    """The indices of ``blocks`` that are block quotations; only those that ``is_body`` marks are looked at."""
    quoted: set[int] = set()
    place = 0
    while place < len(blocks) - 1:
        end = place + 1
        if is_body[place] and introduces(blocks[place]):
            end = _end(blocks, is_body, place)
            quoted.update(range(place + 1, end))
        # The last paragraph quoted may itself introduce ("... across the region:"): look at it again.
        place = max(place + 1, end - 1)
    return quoted


def introduces(block: Block) -> bool:
    """Whether ``block`` ends by announcing somebody's words."""
    if not block.text.endswith(":") or (
        block.words > _MAX_INTRODUCTION_WORDS and not _INTRODUCES.search(block.text[-200:])
    ):
        return False
    return _INTRODUCES.search(block.text[-300:]) is not None or block.words <= 3


def _end(blocks: Sequence[Block], is_body: Sequence[bool], introduction: int) -> int:
    """Where the quotation that ``blocks[introduction]`` announces ends (exclusive); right after it if there is none."""
    first = introduction + 1
    if not is_body[first] or _OPENS_WITH_MARK.match(blocks[first].text) or _is_list(blocks, first):
        return first
    speakers = _speakers(blocks[introduction].text[-400:])
    author_says_i = any(
        _speaks_in_first_person(blocks[place]) for place in range(max(0, introduction - 20), first) if is_body[place]
    )
    sure = first + 1
    returns = False
    place = first
    evidence = False
    while place < len(blocks) and place - first < _MAX_PARAGRAPHS:
        block = blocks[place]
        if not is_body[place] or (
            place > first and block.group != blocks[first].group and _author_is_back(block, speakers)
        ):
            returns = is_body[place]
            break
        marked = _EXCERPT_MARK.search(_unquoted(block)) is not None
        if (
            marked
            or block.group == blocks[introduction].group
            or (not author_says_i and _speaks_in_first_person(block))
        ):
            sure = place + 1
            evidence = evidence or place > first or marked or block.group != blocks[introduction].group
        place += 1
    return place if returns and evidence else sure


def _author_is_back(block: Block, speakers: frozenset[str]) -> bool:
    if _COMMENTS.match(block.text) or (introduces(block) and block.words <= 12):
        return True
    return bool(speakers) and any(re.search(rf"\b{re.escape(name)}\b", _unquoted(block)) for name in speakers)


def _speakers(introduction: str) -> frozenset[str]:
    """The last names before the words of saying: "Eli Lake reports", "Joel Pollak of Breitbart California observed"."""
    names: set[str] = set()
    for cue in _INTRODUCES.finditer(introduction):
        before = introduction[max(0, cue.start() - 80) : cue.start()]
        for name in _NAME.finditer(before):
            lead = before[: name.start()].rstrip().rsplit(" ", 1)[-1].lower()
            words = name.group().split()
            if lead not in ("of", "at", "for", "in", "on", "the") and (len(words) > 1 or before.strip() == words[0]):
                names.add(words[-1])
    return frozenset(names)


def _is_list(blocks: Sequence[Block], first: int) -> bool:
    """Whether a list follows: bullets, numbers, or several lines that are no sentences."""
    if _BULLET.match(blocks[first].text):
        return True
    following = blocks[first : first + 3]
    return len(following) > 1 and all(each.words <= 12 and not each.ends_sentence for each in following[:2])


def _speaks_in_first_person(block: Block) -> bool:
    return _FIRST_PERSON.search(_unquoted(block)) is not None


def _unquoted(block: Block) -> str:
    """The beginning of the block's text, without what stands in quotation marks."""
    return _QUOTED.sub(" ", block.text[:4000])
