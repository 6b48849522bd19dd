"""Through what the words came: in an interview, in a letter, on Twitter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from etl.records import Medium
from etl.transform.attribution.draft import Draft
from etl.transform.attribution.phrase import TIMES
from etl.transform.attribution.tree import Tree
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_NOUNS: Final = {
    Medium.OTHER: "conversation chat",
    Medium.INTERVIEW: "interview q&a sit-down",
    Medium.LETTER: "letter",
    Medium.EMAIL: "email e-mail",
    Medium.REPORT: "report study analysis survey poll paper assessment audit briefing-paper",
    Medium.SPEECH: "speech address remarks rally sermon lecture keynote talk town-hall debate toast eulogy monologue",
    Medium.STATEMENT: "statement release communique communiqué declaration",
    Medium.BROADCAST: "broadcast show program programme podcast radio television tv film documentary newscast",
    Medium.PRESS_CONFERENCE: "conference briefing presser gaggle",
    Medium.SOCIAL_MEDIA: "tweet twitter facebook instagram post youtube snapchat reddit tumblr linkedin weibo "
    "telegram tiktok bluesky mastodon whatsapp",
    Medium.TESTIMONY: "testimony hearing deposition affidavit",
    Medium.ARTICLE: "article op-ed column editorial story essay blog newsletter",
    Medium.BOOK: "book memoir autobiography biography foreword preface",
    Medium.DOCUMENT: "submission document memo memorandum filing lawsuit complaint court-filing petition record "
    "transcript brief ruling opinion order resolution dispatch cable bulletin",
    Medium.CALL: "call phone telephone",
}
_BY_NOUN: Final = {noun: medium for medium, nouns in _NOUNS.items() for noun in nouns.split()}
_BY_VERB: Final = {
    "tweet": Medium.SOCIAL_MEDIA,
    "retweet": Medium.SOCIAL_MEDIA,
    "email": Medium.EMAIL,
    "e-mail": Medium.EMAIL,
    "blog": Medium.ARTICLE,
    "testify": Medium.TESTIMONY,
    "text": Medium.OTHER,
    "post": Medium.SOCIAL_MEDIA,
}
#: Papers are called so as well.
_PAPERS: Final = frozenset(["post", "record", "bulletin", "dispatch"])
#: Media only behind "in": "wrote *in a note* to clients", but "on a lighter note".
_IN_ONLY: Final = {
    "note": Medium.DOCUMENT,
    "leader": Medium.ARTICLE,
    "commentary": Medium.ARTICLE,
    "video": Medium.BROADCAST,
    "evidence": Medium.TESTIMONY,
    "update": Medium.STATEMENT,
    "notice": Medium.DOCUMENT,
}
#: "*Speaking* at the funeral": where somebody spoke is told, and to nobody in particular.
_SPOKEN_AT: Final = word_set("at in during before")
#: What somebody does who speaks so.
_BY_DEED: Final = {
    ("giving", "evidence"): Medium.TESTIMONY,
    ("giving", "testimony"): Medium.TESTIMONY,
    ("opening", "debate"): Medium.SPEECH,
    ("closing", "debate"): Medium.SPEECH,
    ("ending", "debate"): Medium.SPEECH,
    ("winding", "debate"): Medium.SPEECH,
    ("moving", "motion"): Medium.SPEECH,
    ("moving", "amendment"): Medium.SPEECH,
    ("seconding", "motion"): Medium.SPEECH,
}
#: Two words that name a medium together.
_BY_PAIR: Final = {
    ("social", "media"): Medium.SOCIAL_MEDIA,
    ("video", "link"): Medium.CALL,
    ("video", "call"): Medium.CALL,
    ("oral", "history"): Medium.INTERVIEW,
    ("text", "message"): Medium.OTHER,
    ("voice", "message"): Medium.OTHER,
    ("audio", "message"): Medium.BROADCAST,
    ("video", "message"): Medium.BROADCAST,
    ("court", "paper"): Medium.DOCUMENT,
    ("campaign", "stop"): Medium.SPEECH,
    ("campaign", "event"): Medium.SPEECH,
    ("town", "hall"): Medium.SPEECH,
    ("emailed", "response"): Medium.EMAIL,
    ("e-mailed", "response"): Medium.EMAIL,
    ("written", "response"): Medium.DOCUMENT,
    ("closing", "argument"): Medium.TESTIMONY,
}
#: Who is spoken to tells how: "told *a news conference*".
_GATHERINGS: Final = {
    "conference": Medium.PRESS_CONFERENCE,
    "briefing": Medium.PRESS_CONFERENCE,
    "rally": Medium.SPEECH,
    "hearing": Medium.TESTIMONY,
    "inquest": Medium.TESTIMONY,
    "tribunal": Medium.TESTIMONY,
}
#: Before whom one testifies.
_HEARING: Final = word_set(
    """committee subcommittee inquiry panel tribunal court commission jury judge inquest mp senator lawmaker congress
    parliament legislator council"""
)
_REACHED: Final = word_set("reached contacted interviewed questioned")
_INTO: Final = word_set("in on during at via through by over addressing")
_NEAR = 6
_LONGEST = 14
#: With its marks.
_LONGEST_TITLE = 10
_REACH = 60
_STOPS: Final = frozenset([",", ";", ":", ".", "“", "”", '"', "—", "–"])

Found = tuple[Medium, tuple[int, int] | None]


def names_medium(tree: Tree, noun: int) -> bool:
    """Whether a noun is one through which words come: a ruling, a tweet."""
    return singular(tree.text[noun]) in _BY_NOUN or tree.lower[noun] in _BY_NOUN


def find_medium(draft: Draft) -> Found | None:
    """The medium that a statement's own sentence names outside its content, and the tokens that say so."""
    if draft.cue is None:
        return None
    tree = draft.tree
    start, end = _frame(draft)
    best: tuple[int, Found] | None = None
    i = start
    while i < end:
        if tree.lower[i] in _INTO and not _is_taken(draft, i):
            found = _phrase(draft, i, end)
            if found is not None:
                distance = abs(i - draft.cue[0])
                if best is None or distance < best[0]:
                    best = distance, found
        i += 1
    if best is None:
        behind = _behind(draft)
        if behind is not None:
            return behind
    if best is not None:
        return best[1]
    if draft.rule == "label" and (announced := _medium_at(tree, draft.cue[0])) is not None:
        return announced, None  # "the ministry made the following *statement*:"
    if draft.lemma in _BY_VERB:
        return _BY_VERB[draft.lemma], None
    return _speaking_at(draft) or _appearing(draft) or _reached_by(draft) or _in_which(draft)


def medium_of_source(draft: Draft) -> Medium | None:
    """What a source is through which others speak: "according to *an affidavit*, he said"."""
    source = draft.source
    if source is None or not source.tree.text[source.referent].islower():
        return None  # a paper's name
    medium = _medium_at(source.tree, source.referent)
    return None if medium in (Medium.REPORT, Medium.ARTICLE) else medium  # it relays what others told its writer


def _speaking_at(draft: Draft) -> Found | None:
    """ "*Speaking at a funeral*, she said …", "*Giving evidence*, …": a participle opens the sentence, and what it says
    somebody did is a way to speak."""
    tree = draft.tree
    assert draft.cue is not None
    first = tree.skip_right(tree.sentence[draft.cue[0]][0], "")
    is_opening = tree.tag[first] == "VBG" and first < draft.cue[0] and tree.quote[first] == 0
    is_opening = is_opening and draft.rule.startswith(("said", "speech"))
    if not is_opening or draft.covers(tree.starts[first]):
        return None
    if tree.lower[first] == "speaking":
        is_speech = tree.lower[first + 1] in _SPOKEN_AT and not _is_translated(tree, first)
        return (Medium.SPEECH, None) if is_speech else None
    done = next((i for i in tree.all_children(first, "obj") if i > first), first)
    medium = _BY_DEED.get((tree.lower[first], tree.lower[done]))
    return (medium, None) if medium is not None else None


def _appearing(draft: Draft) -> Found | None:
    """ "*Appearing before the committee*, she said …", "Lund, *testifying before* senators, said …"."""
    tree = draft.tree
    assert draft.cue is not None
    first, end = tree.sentence[draft.cue[0]]
    for i in range(first, end - 2):
        if tree.lower[i] in ("appearing", "testifying") and tree.lower[i + 1] == "before" and not tree.quote[i]:
            heard = {singular(word) for word in tree.lower[i + 2 : i + 2 + _NEAR]}
            is_outside = not draft.covers(tree.starts[i]) and draft.rule.startswith(("said", "speech"))
            return (Medium.TESTIMONY, None) if heard & _HEARING and is_outside else None
    return None


def _reached_by(draft: Draft) -> Found | None:
    """ "A nurse *reached by phone* said …": how the reporter spoke to a source is told in its own words."""
    source = draft.source
    if source is None:
        return None
    tree = source.tree
    for i in range(source.start, min(source.end + _NEAR, tree.size - 1)):
        if tree.lower[i] in _REACHED and tree.lower[i + 1] in ("by", "via") and i > source.head:
            words = range(i + 2, min(i + 5, tree.size))
            medium = next((found for j in words if (found := _BY_NOUN.get(tree.lower[j])) is not None), None)
            return (medium, None) if medium in (Medium.CALL, Medium.EMAIL) else None
    return None


def _in_which(draft: Draft) -> Found | None:
    """ "A memo *in which* an analyst wrote …"."""
    tree = draft.tree
    assert draft.cue is not None
    for i in range(draft.cue[0] - 1, max(tree.sentence[draft.cue[0]][0], draft.cue[0] - _LONGEST), -1):
        if tree.lower[i] == "which" and tree.lower[i - 1] == "in" and not draft.covers(tree.starts[i]):
            noun = i - 2 if tree.text[i - 2] != "," else i - 3
            named = next((j for j in range(noun, max(-1, noun - _NEAR), -1) if _medium_at(tree, j) is not None), None)
            medium = _medium_at(tree, named) if named is not None else None
            return (medium, None) if medium is not None else None
    return None


def _is_translated(tree: Tree, first: int) -> bool:
    """ "Speaking in Catalan through an *interpreter*, …": to the reporter, and no speech."""
    return bool({"interpreter", "translator", "interpreters", "translators"} & set(tree.lower[first : first + 9]))


def _medium_at(tree: Tree, i: int) -> Medium | None:
    """The medium that a noun names, alone or with the word before it."""
    pair = _BY_PAIR.get((tree.lower[i - 1], singular(tree.lower[i]))) or _BY_PAIR.get(
        (tree.lower[i - 1], tree.lower[i])
    )
    return pair or _BY_NOUN.get(singular(tree.text[i])) or _BY_NOUN.get(tree.lower[i])


def medium_of_listener(words: Sequence[str]) -> Medium | None:
    """Through what one speaks to those that words name, the last their head: "told *a news conference*"."""
    head = singular(words[-1]) if words else ""
    if head == "conference" and not {"news", "press", "media"} & set(words):
        return None  # of scholars
    return _GATHERINGS.get(head)


def _behind(draft: Draft) -> Found | None:
    """What stands right behind quoted words that a verb before them governs: called it “a disgrace” *on X*."""
    tree = draft.tree
    assert draft.cue is not None
    after = next((i for i in range(draft.cue[1], tree.sentence[draft.cue[0]][1]) if tree.starts[i] >= draft.end), None)
    if after is None or not tree.quote[after - 1] or tree.lower[after] not in _INTO:
        return None
    end = after + 1
    while end < tree.sentence[draft.cue[0]][1] and not tree.is_stop(end) and tree.text[end] not in _STOPS:
        end += 1
    return _phrase(draft, after, end)


def part_medium(draft: Draft) -> None:
    """Ends what somebody is called before the medium behind its quoted words: called it “a disgrace” | *on X*."""
    tree = draft.tree
    if draft.rule != "called" or draft.cue is None:
        return
    first, end = draft.content[-1]
    closing = max(
        (i for i in range(draft.cue[1], tree.size) if tree.quote[i] and first < tree.ends[i] <= end), default=-1
    )
    after = closing + 1
    if closing < 0 or after >= tree.size or tree.lower[after] not in ("on", "in") or tree.starts[after] >= end:
        return
    cut = tree.ends[closing]
    held = draft.content[-1]
    draft.content[-1] = (first, cut)
    if _behind(draft) is None:
        draft.content[-1] = held


def _frame(draft: Draft) -> tuple[int, int]:
    """The tag's own stretch around its cue: up to a full stop, a quotation mark or the content on either side."""
    tree = draft.tree
    assert draft.cue is not None
    cue = draft.cue[0]
    first, last = tree.sentence[cue]
    start = cue
    while start > max(first, cue - _REACH) and not tree.is_stop(start - 1):
        if tree.quote[start - 1] == tree.quote[cue]:
            start -= 1
        elif (opening := _before_title(draft, start)) is not None:
            start = opening
        else:
            break
    end = cue + 1
    while end < min(last, cue + _REACH) and not tree.is_stop(end) and tree.quote[end] == tree.quote[cue]:
        end += 1
    return start, end


def _before_title(draft: Draft, end: int) -> int | None:
    """Where a title in quotation marks begins that ends before a token: "In her memoir, *“Rows,”* she wrote"."""
    tree = draft.tree
    start = end
    while start > 0 and tree.quote[start - 1] and end - start <= _LONGEST_TITLE:
        start -= 1
    is_said = any(draft.covers(tree.starts[i]) for i in range(start, end))
    is_title = end - start <= _LONGEST_TITLE and all(tree.text[i][0].isupper() for i in (start + 1, end - 2))
    return start if end - start > 2 and is_title and not is_said else None


def _is_taken(draft: Draft, i: int) -> bool:
    source = draft.source
    return draft.covers(draft.tree.starts[i]) or (source is not None and source.start <= i < source.end)


def _phrase(draft: Draft, start: int, end: int) -> Found | None:
    """A preposition and the noun phrase up to a noun that names a medium, with what it belongs to ("to senators")."""
    tree = draft.tree
    for i in range(start + 1, min(start + _LONGEST, end)):
        is_verb = tree.pos[i] == "VERB" and not _modifies(tree, i)
        is_other = i > start + 1 and (tree.lower[i] in _INTO or tree.lower[i] in ("before", "after", "since", "until"))
        if tree.text[i] in _STOPS or is_verb or is_other:
            return None
        if _is_taken(draft, i) or (i == start + 1 and (_is_bare_day(tree, i) or tree.tag[i] == "VBG")):
            return None
        if tree.pos[i] not in ("NOUN", "PROPN", ""):
            continue
        medium = _medium_at(tree, i)
        if tree.text[i] == "Stories" and tree.lower[start] == "on":
            medium = Medium.SOCIAL_MEDIA
        if tree.text[i][0].isupper() and tree.lower[i] in _PAPERS:
            medium = None  # "a message to *the Post*"
        if medium is None and tree.lower[start] == "in":
            medium = _IN_ONLY.get(tree.lower[i])
        if tree.lower[i - 2 : i + 1] == ["e", "-", "mail"]:
            medium = Medium.EMAIL
        if tree.text[i] in ("X", "X.") and i == start + 1 and tree.lower[start] == "on":
            medium = Medium.SOCIAL_MEDIA  # the network, formerly Twitter
        if medium is None or _goes_on(tree, i):
            continue
        return medium, (start, i + 1)
    return None


def _is_bare_day(tree: Tree, i: int) -> bool:
    """ "Announced on *Friday* the debate was off": the debate is no more of the day."""
    return tree.lower[i] in TIMES and tree.pos[i + 1 : i + 2] == ["DET"]


def _modifies(tree: Tree, i: int) -> bool:
    """Whether a participle stands before its noun: "in an *emailed* statement"."""
    return tree.tag[i] in ("VBN", "VBG") and i + 1 < tree.size and tree.pos[i + 1] in ("NOUN", "PROPN")


def _goes_on(tree: Tree, i: int) -> bool:
    """Whether the noun is only a modifier ("a *news* conference", "phone interview")."""
    following = i + 1
    return following < tree.size and tree.pos[following] in ("NOUN",) and tree.lower[following] in _BY_NOUN
