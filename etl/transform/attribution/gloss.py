"""Verbs of stance that say nothing where they stand: *referring* to the minister, *maintains* a house."""

from __future__ import annotations

from etl.transform.attribution.medium import names_medium
from etl.transform.attribution.scene import Scene
from etl.transform.attribution.tree import Tree
from etl.transform.attribution.verbs import Verb
from etl.transform.entity.nouns import BODY_NOUNS, PERSON_NOUNS
from etl.transform.joined import WITHHELD
from etl.transform.lexicon import word_set
from etl.transform.singular import singular

#: Who may be cited.
_CITED = word_set("person people source sources official officials spokesman spokeswoman diplomat diplomats service")
_AUDIENCES = word_set(
    "crowd gathering meeting audience nation session event ceremony summit function congregation public"
)
#: To do so is as often a deed as a word.
_HELPING = frozenset(["support", "back"])
_MAINTAINED = frozenset(["innocence", "view", "position", "claim", "stance", "belief"])
_ANSWERED = frozenset(["respond", "reply", "react"])
_REFUSED = word_set("refuse refuses refused refusing decline declines declined declining")
_NEGATIONS = frozenset(["not", "n't", "n’t", "never"])


def is_gloss(scene: Scene, verb: int, entry: Verb) -> bool:
    """Whether a verb only tells whom somebody meant ("…, he said, *referring* to the minister"), or stands above the
    verb of the statement ("*quoted* him as saying")."""
    tree = scene.tree
    if entry.lemma in _ANSWERED:  # "did not respond to requests for comment"
        return any(tree.lower[child] in _NEGATIONS for child in tree.children[verb])
    if entry.lemma == "allege":
        return tree.tag[verb] == "VBN"  # "has alleged ties to the army"
    if entry.lemma == "address":
        return _addresses_audience(scene, verb)
    if entry.lemma == "refer":
        return tree.tag[verb] == "VBG" and verb > 0 and tree.text[verb - 1] == ","
    if entry.lemma in ("quote", "cite"):
        return any(tree.lower[i - 1] == "as" for i in scene.taken if verb < i < verb + 30)
    return False


def _is_refused(tree: Tree, verb: int) -> bool:
    """Whether somebody will not say it: "refused *to blame* the referee", "would not *discuss* the case"."""
    helpers = {tree.lower[child] for child in tree.children[verb]}
    is_withheld = tree.lower[verb] in WITHHELD and "would" in helpers and bool(helpers & _NEGATIONS)
    return is_withheld or (tree.dep[verb] == "xcomp" and tree.lower[tree.head[verb]] in _REFUSED)


def lacks_object(scene: Scene, verb: int, entry: Verb) -> bool:
    """Whether a verb that says something only of some things is used of others ("maintains *a house*"), or what it
    would say is refused."""
    tree = scene.tree
    if _is_refused(tree, verb):
        return True
    if entry.lemma == "maintain":
        held = tree.child(verb, "obj")
        return held is None or tree.lower[held] not in _MAINTAINED
    if entry.lemma == "weigh":  # "weighed 82 pounds"
        return any(
            tree.dep[i] == "nummod" for held in tree.all_children(verb, "obj", "xcomp") for i in tree.children[held]
        )
    if entry.lemma in _HELPING and tree.tag[verb] == "VB":  # "offered air strikes *to support* the army": what for
        return tree.dep[verb] in ("advcl", "acl")
    is_laid = entry.lemma in ("attribute", "ascribe")
    return is_laid and not any(tree.case(child) == "to" for child in tree.children[verb])


def _addresses_audience(scene: Scene, verb: int) -> bool:
    """Whether who listens is addressed, not a matter: "addressing *a news conference*", "addressed *the nation*"."""
    tree = scene.tree
    audience = tree.child(verb, "obj")
    if audience is None:
        return False
    noun = singular(tree.lower[audience])
    return noun in _AUDIENCES or noun in PERSON_NOUNS or noun in BODY_NOUNS or names_medium(tree, audience)


def rests_on(tree: Tree, verb: int) -> bool:
    """ "Reported the sale, *citing* a person familiar with it": on whom a report rests is not what it says."""
    cited = tree.child(verb, "obj")
    if tree.lower[verb] != "citing" or cited is None or tree.text[verb - 1] != ",":
        return False
    return tree.lower[cited] in _CITED or tree.words[cited].label == "PERSON"
