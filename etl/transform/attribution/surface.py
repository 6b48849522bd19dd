"""The clause that a verb reports, by its words alone, where the parse shows none."""

from __future__ import annotations

from etl.transform.attribution.boundary import clause_end, sentence_end
from etl.transform.attribution.draft import Chars
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Use
from etl.transform.lexicon import word_set

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
_SAYING = word_set("say says said saying show shows showed")
_NOMINATIVES = word_set("he she they we it i")
_LEAST_REST = 6
#: Between a name and its verb: "Iran, above all, among others, has …".
_MOST_COMMAS = 4
_DAYS_AND = word_set("month week year morning night evening afternoon day weekend hour")


def surface_clause(scene: Scene, verb: int, use: Use) -> Chars | None:
    """The clause after a verb by its words alone, where the parse shows none: said (on Monday) (that) they would …"""
    tree = scene.tree
    end = sentence_end(scene, verb)
    that = find_that(scene, verb, end)
    if that is not None:
        return scene.chars(that, clause_end(scene, verb, that, that + 1))
    i = behind_citing(scene, verb + 1, end)
    if use & Use.TOLD:
        i = _skip_listener(scene, i, end)
    for _ in range(3):
        i = _skip_time(scene, i, end)
    is_time = i < end and tree.lower[i] == "when" and "," not in tree.text[i:end] and tree.lower[verb] in _SAYING
    if is_time and not _is_denied(tree, verb):
        return None  # "said *when she left*": that is no content
    if i >= end or tree.quote[i] or any(tree.text[each] in ":;" for each in range(verb + 1, i)):
        return None
    opens = tree.pos[i] in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ") or tree.tag[i] == "WRB"
    if (opens and starts_clause(scene, i, end)) or _opens_with_role(scene, i, end):
        return scene.chars(i, clause_end(scene, verb, i, i + 1))
    # "critics *say* Lund's lead hides worries": a verb taken for a plural
    is_said = tree.lower[verb] in ("said", "says") or (tree.lower[verb] == "say" and _opens_name(tree, verb, i))
    return _whole_rest(scene, i, end) if is_said and i == verb + 1 else None


def _opens_with_role(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody's part, and then a pronoun and its verb, follow: said *as a girl she* was sent away."""
    tree = scene.tree
    noun = start + 1
    while noun < end and tree.pos[noun] in ("DET", "ADJ", "NOUN"):
        noun += 1
    return (
        tree.lower[start] == "as"
        and noun > start + 1
        and tree.lower[noun] in _NOMINATIVES
        and starts_clause(scene, noun, end)
    )


def is_dated(scene: Scene, verb: int) -> bool:
    """Whether only a date parts a verb from a clause: ruled *on May 11* the vote was void."""
    i = _skip_time(scene, verb + 1, sentence_end(scene, verb))
    return any(scene.tree.words[at].label == "DATE" for at in range(verb + 1, i))


def _opens_name(tree: Tree, verb: int, i: int) -> bool:
    """Whether some say something of somebody: "critics *say* **Lund's** lead", but not "I say her name wrong"."""
    is_by_some = tree.tag[verb] == "VBP" and tree.pos[verb - 1] in ("NOUN", "PROPN")
    return is_by_some and (tree.pos[i] in ("PROPN", "NUM") or tree.tag[i] == "PRP$")


def _is_denied(tree: Tree, verb: int) -> bool:
    """ "Did *not* say when …" """
    return any(tree.lower[child] in ("not", "n't", "n’t", "never") for child in tree.children[verb])


def find_that(scene: Scene, verb: int, end: int) -> int | None:
    """A "that" which begins a clause, behind nothing but adverbials and a listener."""
    tree = scene.tree
    has_preposition = False
    for i in range(verb + 1, min(verb + 22, end)):
        if tree.quote[i] or tree.tag[i] in _FINITE or tree.text[i] in ":;":
            return None
        if tree.tag[i] == "TO" and tree.tag[min(i + 1, tree.size - 1)] == "VB":
            return None
        if scene.verb(i, Use.CLAUSE) is not None:
            return None
        has_preposition = has_preposition or tree.pos[i] == "ADP"
        if tree.lower[i] != "that" or _points_at_time(tree, i):
            continue
        opens_clause = i + 1 < end and _opens_clause(tree, i + 1)
        follows_noun = i - 1 > verb and tree.pos[i - 1] in ("NOUN", "DET")
        entry = scene.verb(verb, Use.TOLD)
        is_result = "so" in tree.lower[max(verb, i - 4) + 1 : i]  # "said it *so* often that his staff could sing it"
        if (
            opens_clause
            and not is_result
            and (not follows_noun or has_preposition or entry is not None or tree.lower[i - 1] in _DAYS_AND)
        ):
            return i
        return None
    return None


def _points_at_time(tree: Tree, that: int) -> bool:
    """ "That same day", "that night"."""
    return tree.tag[that] == "DT" and tree.lower[tree.head[that]] in _DAYS_AND


def _opens_clause(tree: Tree, i: int) -> bool:
    """Whether a subject can begin at a word: "that *sharing* the base puts …", not "that *is*"."""
    return tree.tag[i] == "VBG" or (tree.pos[i] not in ("VERB", "AUX", "ADP") and tree.tag[i] not in _FINITE)


def _whole_rest(scene: Scene, i: int, end: int) -> Chars | None:
    """The rest of a sentence after "said", where no verb was seen in it: the tagger took one for a noun."""
    tree = scene.tree
    if end - i < _LEAST_REST or tree.pos[i] not in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM", "CCONJ"):
        return None
    return scene.chars(i, end)


def behind_citing(scene: Scene, i: int, end: int) -> int:
    """Past on whom a report rests: reported*, citing the ministry,* 40 had died."""
    tree = scene.tree
    if tree.text[i : i + 1] != [","] or tree.lower[i + 1 : i + 2] != ["citing"]:
        return i
    return next((j + 1 for j in range(i + 2, end) if tree.text[j] == "," and not tree.quote[j]), i)


def _skip_listener(scene: Scene, i: int, end: int) -> int:
    tree = scene.tree
    while i < end and tree.pos[i] in ("PRON", "DET", "ADJ", "NOUN", "PROPN") and tree.lower[i] != "that":
        if tree.pos[i] == "PRON" and tree.tag[i] == "PRP":
            return i + 1
        i += 1
        if tree.pos[i - 1] == "PROPN" and tree.pos[i : i + 1] == ["DET"]:
            return i  # told *Reuters* the line was closed
    return i


def _skip_time(scene: Scene, i: int, end: int) -> int:
    """Past an adverb, a weekday, or a short phrase with a preposition."""
    tree = scene.tree
    if i >= end:
        return i
    if (tree.pos[i] == "ADV" and tree.tag[i] != "WRB") or tree.lower[i] in _DAYS:
        return i + 1
    if tree.lower[i] in ("on", "in", "at", "during", "last", "this", "late", "early"):
        for j in range(i + 1, min(i + 7, end)):
            if tree.text[j] == "," or tree.quote[j] or tree.tag[j] in _FINITE:
                return i
            if tree.pos[j] in ("NOUN", "PROPN", "NUM") and (
                j + 1 >= end or tree.lower[j + 1] == "that" or tree.pos[j + 1] in ("PRON", "DET")
            ):
                return j + 1
            if tree.words[j].label == "DATE" and tree.text[j + 1 : j + 2] == [","] and _is_opening(tree, i, j + 2):
                return j + 2  # reported *in mid-2019,* 62 had closed
    return i


def _is_opening(tree: Tree, i: int, start: int) -> bool:
    """Whether no comma stands before a token in its sentence, and no joint where the clause behind it would start."""
    is_first = "," not in tree.text[tree.sentence[i][0] : i]
    return is_first and start < tree.size and tree.pos[start] not in ("SCONJ", "ADP", "CCONJ", "ADV")


def starts_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a subject and a verb follow; commas before the verb may only hold an apposition."""
    tree = scene.tree
    commas = 0
    for i in range(start, min(start + 22, end)):
        if tree.quote[i] or tree.text[i] in ":;":
            return False
        if tree.text[i] == ",":
            commas += 1
            if tree.pos[start] != "PROPN" or commas > _MOST_COMMAS:
                return False
        elif i > start and tree.tag[i] in _FINITE and tree.pos[i] in ("VERB", "AUX"):
            is_second = tree.pos[i - 1] == "CCONJ" or _stands_beside(tree, start, i)
            return commas != 1 and not is_second and tree.lower[i - 1] not in ("who", "which", "that")
        elif commas == 2 and tree.text[i - 1] == "," and scene.verb(i, Use.CLAUSE) is not None:
            return True
    return False


def _stands_beside(tree: Tree, start: int, finite: int) -> bool:
    """Whether a verb behind "and" goes with the cue, not with the noun before it: pledged *funds* and Syria **is** …"""
    if not any(tree.pos[i] == "CCONJ" for i in range(start, finite)):
        return False
    head = finite if tree.pos[finite] == "VERB" else tree.head[finite]
    return tree.dep[head] == "conj" and tree.head[head] < start
