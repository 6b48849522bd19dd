"""The words that name a source: the noun phrase around a head, after a token, before one."""

from __future__ import annotations

from dataclasses import dataclass

from etl.transform.attribution.tree import Tree
from etl.transform.entity.nouns import BODY_NOUNS, PERSON_NOUNS
from etl.transform.entity.titles import is_title_word
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

_KEPT = word_set(
    """flat compound nmod nmod:poss nmod:unmarked appos conj amod acl nummod det case fixed advmod obl nmod:npmod
    nmod:tmod flat:name list goeswith obl:unmarked cc"""
)
_LEADING = frozenset(["punct", "cc", "mark", "case", "cc:preconj", "fixed"])
_UNMARKED = frozenset(["obl:unmarked", "nmod:unmarked", "nmod:tmod", "obl:tmod"])
_WHO = frozenset(["who", "whose", "which"])
RELATIVE = frozenset(["who", "which", "that", "whom"])
#: What stands around an apposition.
_CLOSERS = frozenset([",", ")", "--", "—", "–"])
_OPENERS = frozenset([",", "(", "--", "—", "–"])
#: Behind a comma, they tell where or how somebody spoke: "Jones, *in* a letter to the board, said".
_CIRCUMSTANCES = frozenset(["in", "on", "during", "after", "before", "through", "via", "at"])
NOMINAL = frozenset(["DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"])
_LONGEST = 40
_DEEPEST = 8
#: "Jones, *a writer and a professor at the school*, who".
_LONGEST_WHO = 40
_LONGEST_ASIDE = 15
TIMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week month year night morning
    day afternoon evening weekend time january february march april may june july august september october november
    december"""
)
_WHICH_TIME = word_set("last this next that late early")
_QUANTIFIERS = word_set("some many most several few both all none others each another")


@dataclass(frozen=True, slots=True)
class Source:
    """A noun phrase: tokens ``start`` to ``end`` (exclusive) of a tree, its ``head``, and who is meant.

    ``referent`` differs from ``head`` where a relative pronoun is the source: it is the head of its antecedent.
    ``speaker`` is the ordinal of a mention of who is meant, where the words alone do not tell ("JD:").
    """

    tree: Tree
    start: int
    end: int
    head: int
    referent: int
    speaker: int | None = None


def noun_phrase(tree: Tree, head: int, before: int | None = None) -> Source:
    """The words that name a source around its head: what follows as a relative clause is left out."""
    apposed = tree.child(head, "appos") if tree.lower[head] in TIMES else None
    if apposed is not None and "," in tree.text[head + 1 : apposed]:
        return noun_phrase(tree, apposed, before)  # "Last *Friday*, the princess, …"
    start = tree.left[head]
    if head - start > _LONGEST:
        start = head
    while start < head and (tree.dep[start] in _LEADING or tree.is_space[start] or tree.lower[start] == "what"):
        start += 1
    if tree.lower[start] == "as" and start < head and "as" not in tree.lower[start + 1 : head]:
        start += 1  # "*As* many experts have pointed out"
    quote = tree.quote[head]
    while start < head and tree.quote[start] != quote:
        start += 1
    end = _end_of_phrase(tree, head, before)
    if tree.pos[head] == "PROPN":
        start = _with_titles(tree, start)
    referent = antecedent(tree, head)
    if referent != head and referent < head:
        # "Jones, who": as written it should name somebody
        named = noun_phrase(tree, referent, before=head)
        is_near = head - named.end <= 1 or (
            tree.words[referent].label == "PERSON" and head - named.end <= _LONGEST_ASIDE
        )
        if is_near and tree.quote[referent] == quote:
            start = named.start
    return Source(tree, start, end, head, referent)


def _end_of_phrase(tree: Tree, head: int, before: int | None) -> int:
    end = head + 1
    for child in tree.children[head]:
        dep = tree.dep[child]
        if child < head or dep == "punct":
            continue
        is_clause = dep == "conj" and tree.pos[child] == "VERB"
        before_child = tree.text[tree.left[child] - 1]
        is_in_parentheses = "(" in (before_child, tree.text[tree.left[child]])
        is_set_off = "," in (before_child, tree.text[tree.left[child]])
        is_aside = (dep == "acl" and is_set_off) or (dep == "appos" and is_in_parentheses)
        is_aside = is_aside or (dep == "nmod" and tree.case(child) == "including")
        if tree.lower[child] in TIMES and tree.case(child) == "on":
            continue  # "a tweet *on Monday* by Jones", "Jones *on Monday* said"
        is_time = dep in _UNMARKED and tree.lower[child] in TIMES
        is_aside = is_aside or (tree.tag[child] == "VBG" and is_set_off)
        is_aside = is_aside or "according" in tree.lower[tree.left[child] : tree.left[child] + 2]
        is_aside = is_aside or (is_set_off and "well" in tree.lower[tree.left[child] : tree.left[child] + 4])
        is_aside = is_aside or (is_set_off and dep in ("nmod", "obl") and tree.case(child) in _CIRCUMSTANCES)
        if dep not in _KEPT or is_clause or is_aside or is_time or tree.right[child] - head > _LONGEST:
            break
        end = max(end, tree.right[child] + 1)
    if before is not None:
        end = min(end, max(before, head + 1))
    while end > head + 1:
        last = end - 1
        if tree.lower[last] in ("neither", "both") and tree.quote[last] == tree.quote[head]:
            end -= 1  # "The ministry *neither* confirmed nor denied it"
            continue
        is_loose = tree.dep[last] in ("punct", "cc") or tree.is_space[last] or tree.pos[last] in ("ADP", "PART")
        if tree.quote[last] == tree.quote[head] and (not is_loose or tree.tag[last] in ("POS", "RP")):
            break
        end -= 1
    who = next((i for i in range(head + 2, end) if tree.lower[i] in _WHO and tree.text[i - 1] == ","), end + 1)
    return _with_bracket(tree, head, min(end, who - 1))


def _with_bracket(tree: Tree, head: int, end: int) -> int:
    """The end of a phrase that no bracket is left open in: "Transport for London (TfL**)**"."""
    opened = next((i for i in range(end - 1, head, -1) if tree.text[i] in ("(", ")")), -1)
    if opened < 0 or tree.text[opened] == ")":
        return end
    return end + 1 if tree.text[end : end + 1] == [")"] else opened


def _with_titles(tree: Tree, start: int) -> int:
    """Where a name begins with the capitals before it: "**Senate Armed Services** Chairman John McCain"."""
    first = start
    while first > 0 and tree.pos[first - 1] in ("PROPN", "NOUN", "ADJ") and tree.text[first - 1][0].isupper():
        if tree.lower[first - 1] in TIMES or tree.quote[first - 1] != tree.quote[start]:
            break
        first -= 1
    return first


def antecedent(tree: Tree, head: int) -> int:
    """The noun that a relative pronoun stands for, else ``head`` itself."""
    if tree.lower[head] not in RELATIVE or tree.pos[head] == "DET":
        return head
    at = head
    for _ in range(_DEEPEST):
        governor = tree.head[at]
        if governor == at:
            return head
        if tree.dep[at] in ("acl:relcl", "acl"):
            while tree.lower[governor] in TIMES and tree.pos[tree.head[governor]] in ("NOUN", "PROPN"):
                governor = tree.head[governor]  # "a letter *Friday afternoon* that says"
            return _person_within(tree, governor, at, head) or _named_by(tree, governor)
        at = governor
    return head


def _person_within(tree: Tree, noun: int, clause: int, pronoun: int) -> int | None:
    """The name right before ", who" where what stands above it is nobody: the home of *Ann Roe*, who said …"""
    name = tree.left[clause] - 1
    while name > noun and tree.text[name] == ",":
        name -= 1
    if tree.lower[pronoun] != "who" or name <= noun or tree.pos[name] != "PROPN" or tree.pos[noun] != "NOUN":
        return None
    word = tree.lower[noun]
    is_somebody = is_title_word(tree.text[noun]) or singular(word) in PERSON_NOUNS | BODY_NOUNS
    return None if is_somebody or singular(word) != word or tree.dep[name] == "conj" else name


def _named_by(tree: Tree, noun: int) -> int:
    """The name that a noun behind a comma tells more of: "*Mark Hay*, an ecologist at the school, who said"."""
    name = tree.head[noun]
    is_told_of = tree.dep[noun] == "appos" and name < noun and tree.words[name].label == "PERSON"
    return name if is_told_of and tree.pos[noun] == "NOUN" else noun


def without_time(found: Source) -> Source:
    """A phrase without when: "in an interview with **the paper** last week"."""
    tree, end = found.tree, found.end
    while end > found.start + 1 and (tree.lower[end - 1] in TIMES or tree.lower[end - 1] in _WHICH_TIME):
        end -= 1
    if tree.pos[end - 2] == "NUM" and singular(tree.lower[end - 1]) in TIMES and end - 2 > found.start:
        end -= 2  # "told **his aides** two days before"
    head = min(found.head, end - 1)
    return found if end == found.end else Source(tree, found.start, end, head, head)


def phrase_after(tree: Tree, start: int, limit: int) -> Source | None:
    """The noun phrase that begins at a token, by parts of speech alone ("said **John Smith**, …")."""
    i = start
    while i < limit and (tree.pos[i] in NOMINAL or (i > start and _links(tree, i, limit))):
        if i > start and tree.pos[i] in ("PRON", "DET") and tree.pos[i - 1] in ("NOUN", "PROPN", "PRON"):
            break  # another phrase begins
        i += 1
    if i == start:
        return None
    head = _last_noun(tree, start, i)
    if head is None:
        return None
    whole = noun_phrase(tree, head)
    return whole if whole.start == start and whole.end >= i else Source(tree, start, i, head, head)


def phrase_before(tree: Tree, end: int, limit: int) -> Source | None:
    """The noun phrase that ends before a token ("**John Smith** said")."""
    i = end
    while i > limit and (tree.pos[i - 1] in NOMINAL or (i - 1 > limit and _links(tree, i - 1, end))):
        i -= 1
    while i < end and (tree.pos[i] not in NOMINAL or (tree.lower[i] in ("what", "whatever") and i + 1 < end)):
        i += 1
    if i == end:
        return None
    head = _last_noun(tree, i, end)
    if head is None:
        return None
    if tree.lower[head] in TIMES and tree.pos[i - 1 : i] != ["ADP"]:
        if i - 1 > limit and tree.tag[i - 1] in ("VBN", "VBD") and tree.pos[i - 2] in ("NOUN", "PROPN"):
            i -= 1  # "The poll *released Friday* shows"
        return phrase_before(tree, i, limit) if i > limit else None  # "The report *last week* said"
    return Source(tree, i, end, head, antecedent(tree, head))


def subject_beside(tree: Tree, verb: int, limit: int) -> Source | None:
    """The subject by its place alone: the noun phrase right before a verb and its auxiliaries, or, behind a comma,
    the one before what stands between commas ("Jones, 49, a teacher, said")."""
    i = verb
    i = _before_adverbs(tree, i, limit)
    if i - 2 > limit and tree.text[i - 1] == ",":
        before = _before_adverbs(tree, i - 1, limit)  # "has, *however,* revealed"
        if before < i - 1 and tree.text[before - 1] == ",":
            i = _before_adverbs(tree, before - 1, limit)
    if i > limit and tree.text[i - 1] in _CLOSERS:
        openers = frozenset(["("]) if tree.text[i - 1] == ")" else _OPENERS
        commas = [
            at for at in range(max(limit, i - _LONGEST), i - 1) if tree.text[at] in openers and not tree.quote[at]
        ]
        titled = _role_and_name(tree, commas[-1], i - 1, limit) if commas else None
        if titled is not None:
            return titled
        for comma in reversed(commas):
            found = phrase_before(tree, comma, max(limit, comma - 12))
            if found is not None and tree.pos[found.head] in ("PROPN", "PRON"):
                return found
        told_of = _before_who(tree, i - 1, limit)
        if told_of is not None or not commas:
            return told_of
        return phrase_before(tree, commas[0], max(limit, commas[0] - 12))
    found = with_what_it_modifies(tree, phrase_before(tree, i, max(limit, i - 12)), limit)
    if found is not None and tree.lower[found.head] in TIMES and found.start - 1 > limit:
        before = _before_adverbs(tree, found.start - 1, limit)  # "The ministry had *in May* promised"
        return phrase_before(tree, before, max(limit, before - 12))
    return found


def _before_who(tree: Tree, end: int, limit: int) -> Source | None:
    """The phrase before a long aside: "a detective, *who asked for …,* said"."""
    for comma in range(end - 1, max(limit, end - _LONGEST_WHO), -1):
        if tree.text[comma] == "," and tree.lower[comma + 1] == "who" and not tree.quote[comma]:
            return with_what_it_modifies(tree, phrase_before(tree, comma, max(limit, comma - 12)), limit)
    return None


def _role_and_name(tree: Tree, comma: int, end: int, limit: int) -> Source | None:
    """ "*its chief executive, Mr John Hale*, said": a role and, between the comma and ``end``, who has it."""
    name = phrase_before(tree, end, comma)
    role = phrase_before(tree, comma, max(limit, comma - 12))
    if name is None or role is None or name.start != comma + 1 or tree.words[name.head].label != "PERSON":
        return None
    if tree.pos[role.head] != "NOUN" or tree.lower[role.head] in TIMES:
        return None
    first = role.start
    while (first > limit and tree.pos[first - 1] in ("DET", "ADJ")) or tree.tag[first - 1] == "PRP$":
        first -= 1
    return Source(tree, first, name.end, name.head, name.head)


def _before_adverbs(tree: Tree, i: int, limit: int) -> int:
    while i > limit and (tree.pos[i - 1] in ("ADV", "AUX", "PART") or tree.is_space[i - 1]):
        i -= 1
    return i


def with_what_it_modifies(tree: Tree, found: Source | None, limit: int) -> Source | None:
    """ "Some inside **the administration** fear": the noun phrase before a preposition is the subject."""
    if found is not None:
        first = found.start
        while first > limit and tree.pos[first - 1] in ("DET", "ADJ", "NUM"):
            first -= 1
        found = Source(tree, first, found.end, found.head, found.referent)
    if found is not None and found.start - 2 > limit and tree.lower[found.start - 1] == "by":
        seen = phrase_before(tree, found.start - 2, limit) if tree.tag[found.start - 2] == "VBN" else None
        if seen is not None and seen.end == found.start - 2:  # "**Documents** seen by the Post show"
            found = Source(tree, seen.start, found.end, seen.head, seen.referent)
    while found is not None and found.start - 1 > limit and tree.pos[found.start - 1] == "ADP":
        before = phrase_before(tree, found.start - 1, max(limit, found.start - 13))
        if before is None or before.end != found.start - 1:
            break
        found = Source(tree, before.start, found.end, before.head, before.referent)
    return found


def _links(tree: Tree, i: int, limit: int) -> bool:
    return (
        i + 1 < limit
        and (tree.lower[i] in ("of", "'s", "’s", "'", "’", "-", "&", "and"))
        and tree.pos[i + 1] in NOMINAL
    )


def _last_noun(tree: Tree, start: int, end: int) -> int | None:
    of = next((i for i in range(start + 1, end) if tree.lower[i] == "of"), end)
    for i in range(of - 1, start - 1, -1):
        if tree.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") or tree.lower[i] in _QUANTIFIERS:
            return i
    # "grinned *the Italian*": a people's name for one of them
    is_one = end - start == 2 and tree.pos[start] == "DET" and tree.text[start + 1][0].isupper()
    return start + 1 if is_one else None
