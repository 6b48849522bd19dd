"""Block quotations: paragraphs of somebody else's words, introduced by a colon and printed without marks.

A page gives no sign of where such a quotation ends once its indentation is lost, so the end is weighed: it goes on
until the author speaks again (names the quoted person, answers what was quoted, introduces anew), and beyond its
first paragraph only on evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.records import ParagraphRole
from etl.transform.layout.block import Block

_OPENS_WITH_MARK = re.compile(r"[\"“”„«‘'‹]|''|``")
#: Bullets and numbers; a lone letter in front of a capital is a bullet whose font was lost.
_BULLET = re.compile(r"(?:[-*•·–—▪►‣]|\(?\d{1,2}[.)]|[a-z]\)|[a-z§]\s+(?=[A-Z]))\s*")
_MARKUP = re.compile(r"<[a-z]")

_SAYING = r"""(?:sa(?:y|ys|id|ying)|add(?:s|ed|ing)?|wr(?:ites?|ote|itten|iting)|reports?|reported|reporting
      |continu(?:es?|ed|ing)
    |conclud(?:es?|ed|ing)|explain(?:s|ed|ing)?|note[sd]?|noting|observ(?:es?|ed|ing)|argu(?:es?|ed|ing)|stat(?:es?
      |ed|ing)|tell|tells|told
    |ask(?:s|ed|ing)?|answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed|ing)?|reads?|announc(?:es?|ed|ing)
      |declar(?:es?|ed|ing)
    |comment(?:s|ed|ing)?|elaborat(?:es?|ed|ing)|recall(?:s|ed|ing)?|remark(?:s|ed|ing)?|suggest(?:s|ed)|tweet(?:s
      |ed|ing)|post(?:s|ed|ing)
    |quot(?:es?|ed|ing)|summari[sz](?:es?|ed)|put(?:s)?\sit|go(?:es)?\son|went\son|warn(?:s|ed|ing)?|testif(?:ies
      |ied)|insist(?:s|ed)|emphasi[sz](?:es?|ed)
    |describ(?:es?|ed)|point(?:s|ed)\sout|clarif(?:y|ies|ied)|sum(?:s|med)\sup)"""
_TEXT = (
    r"(?:statement|letter|e-?mail|excerpts?|passage|transcript|column|op-?ed|editorial|memo|message|press\srelease"
    r"|testimony|remarks|tweet|text)"
)
#: An introduction that can be nothing else: it ends in words of saying, or names the text that follows.
_ANNOUNCES = re.compile(
    rf"""(?:\b{_SAYING}(?:\s(?:\w+ly|also|again|later|further|then|that|this|so|well|best|thus
      |(?:something|as\smuch|otherwise|more)(?:\s\w+){{0,3}}))?
      (?:,?\s(?:to|on|in|at|of|about|for|from|via|by|during|after|before|last|earlier|with|under|as|the\sfollowing
      |reporters|me|us|him|her|them
        |(?:(?:the|his|her|their|an?)\s)?[A-Z])\b[^.;:]{{0,90}})?
    |\b{_TEXT}(?:\s(?:from|by|of|to|on)\s[^.;:]{{1,60}})?(?:\s(?:in\s(?:full|part)|below|follows|here))?
    |\b(?:as\sfollows|the\sfollowing)
    |^(?:from|according\sto|via|per)\s[^.;:]{{2,90}}):$""",
    re.IGNORECASE | re.VERBOSE,
)
_SAYS = re.compile(rf"\b{_SAYING}\b", re.IGNORECASE | re.VERBOSE)
#: How an author comes back: answering, pointing back, or drawing conclusions.
_COMMENTS = re.compile(
    r"""(?:actually|indeed|of\scourse|in\sother\swords|as\s(?:noted|mentioned|i\s(?:noted|wrote|said|argued)|we\s(?:noted|wrote|said|saw))
    |clearly|obviously|exactly|precisely|translation|got\sthat|note\s(?:that|the|how)|notice|so\s(?:much\sfor|there
      |what|let|the|is|far)|that['’]s\s
    |which\s(?:is|brings|raises|means)|still,|yes,|no,|well,|maybe|perhaps|sounds|hmm+|now,|needless|to\sbe\s(?:sure
      |fair)|in\sfact|in\sshort
    |it['’]s\s(?:hard|difficult|understandable|worth|clear|no\s(?:wonder|surprise)|not\sclear|easy|tempting|a\s\w+)
    |i\s(?:think|agree|suspect|doubt|would|don['’]t|hope|believe|am|have|wonder|wish)|we\s(?:should|can|are|have
      |must|need)
    |this\s(?:is|was|seems|means|sounds|would|explains|suggests|raises|argument|claim|analysis|account|statement
      |story|report|piece|passage)
    |(?:he|she|they)(?:['’]s|\sis|\sare)?\s(?:right|wrong|absolutely|correct)|read\sthe\b|the\s(?:whole
      |full)\s(?:piece|article|thing|column|post))""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|us|our)\b")
_EXCERPT_MARK = re.compile(r"\[\w{1,3}\]\w|\[[a-z][^\]]{0,40}\]|(?:\.\s?){3}|…|\[…\]")
_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'.-]+|al-\w+|de|von|van|bin))*")
_MAX_PARAGRAPHS = 12
_MIN_WORDS = 5
_MAX_TOGETHER = 5
_TAIL_CHARS = 400


def block_quotations(blocks: Sequence[Block], roles: Sequence[ParagraphRole]) -> set[int]:
    """The indices of ``blocks`` that are block quotations; only body is looked at.

    A heading between an introduction and what it announces is that of the text quoted.
    """
    is_body = [role is ParagraphRole.BODY for role in roles]
    quoted: set[int] = set()
    place = 0
    while place < len(blocks) - 1:
        end = place + 1
        if is_body[place] and introduces(blocks[place]):
            is_headed = place + 2 < len(blocks) and roles[place + 1] is ParagraphRole.HEADING
            first = place + 1 + is_headed
            end = max(_end(blocks, is_body, place, first), place + 1)
            quoted.update(range(first, end))
        # The last paragraph quoted may itself introduce ("... across the region:"): look at it again.
        place = max(place + 1, end - 1)
    return quoted


def introduces(block: Block) -> bool:
    """Whether ``block`` ends in a colon after words that may announce somebody's words."""
    return block.text.endswith(":") and _SAYS.search(block.text[-_TAIL_CHARS:]) is not None


def _end(blocks: Sequence[Block], is_body: Sequence[bool], introduction: int, first: int) -> int:
    """Where the quotation that ``blocks[introduction]`` announces ends (exclusive); ``first`` if there is none."""
    if not is_body[first] or not _may_be_quoted(blocks, first):
        return first
    announced = _ANNOUNCES.search(blocks[introduction].text[-_TAIL_CHARS:]) is not None
    if _MARKUP.match(blocks[first].text):
        return first + announced
    speakers = _speakers(blocks[introduction].text[-_TAIL_CHARS:])
    last_together = _together(blocks, introduction)
    author_says_i = any(is_body[place] and _says_i(blocks[place]) for place in range(max(0, introduction - 20), first))
    end, sure = first, first + announced
    somebody_speaks = False
    while end < min(len(blocks), first + _MAX_PARAGRAPHS) and is_body[end]:
        block = blocks[end]
        is_together = end <= last_together
        if end > first and not is_together and _author_is_back(block, speakers):
            return end if somebody_speaks and sure > first else sure
        is_excerpt = _EXCERPT_MARK.search(_unquoted(block)) is not None
        somebody_speaks = somebody_speaks or (end > first and (is_excerpt or _says_i(block)))
        if is_excerpt or (_says_i(block) and not author_says_i) or (is_together and announced):
            sure = end + 1
        end += 1
    return sure


def _may_be_quoted(blocks: Sequence[Block], first: int) -> bool:
    """Whether the paragraph after an introduction is one of prose without marks, and no list or new introduction."""
    block = blocks[first]
    if block.words < _MIN_WORDS or _OPENS_WITH_MARK.match(block.text) or _is_list(blocks, first):
        return False
    return not block.text.endswith(":") or _together(blocks, first - 1) >= first


def _together(blocks: Sequence[Block], introduction: int) -> int:
    """The last block that no blank line parts from the introduction; itself, on pages that part nothing."""
    last = introduction
    while last + 1 < len(blocks) and blocks[last + 1].group == blocks[introduction].group:
        last += 1
        if last - introduction > _MAX_TOGETHER:
            return introduction
    return last


def _author_is_back(block: Block, speakers: frozenset[str]) -> bool:
    """Whether the author speaks again: answers, introduces anew, or names whom the introduction quoted."""
    if _COMMENTS.match(block.text) or (introduces(block) and block.words <= 12):
        return True
    words = _unquoted(block)
    return any(re.search(rf"\b{re.escape(name)}\b", words) for name in speakers)


def _speakers(introduction: str) -> frozenset[str]:
    """The last names before the words of saying: "Eli Lake reports", "Omri Ceren of The Israel Project adds"."""
    names: set[str] = set()
    for cue in _SAYS.finditer(introduction):
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
    following = blocks[first : first + 2]
    return len(following) > 1 and all(each.words <= 12 and not each.ends_sentence for each in following)


def _says_i(block: Block) -> bool:
    return _FIRST_PERSON.search(_unquoted(block)) is not None


def _unquoted(block: Block) -> str:
    """The beginning of the block's text, without what stands in quotation marks."""
    return _QUOTED.sub(" ", block.text[:4000])
