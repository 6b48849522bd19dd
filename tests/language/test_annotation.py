"""Offsets, sentences, names and lemmas on text as newspapers print it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

ODD_TEXTS = (
    "",
    " ",
    "  Two  spaces  and a tab\tand a\r\nline end. ",
    "“It’s ‘over’ …” — he said–",
    "A\u00a0non-breaking\u00a0space, a \u200bzero-width one, and \ufffd.",
    "פרסום ראשון: 06.23.15, 21:05",
    "ALL CAPS HEADLINE: U.S. TROOPS LEAVE BASE",
    '"An unclosed mark, and emoji 🇮🇶🙂 in it',
)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_the_text_is_kept_to_the_character(english: Language, text: str) -> None:
    doc = english(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
    for span in doc.ents:
        assert text[span.start_char : span.end_char] == span.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_is_kept_and_never_an_error(english: Language, text: str) -> None:
    doc = english(text)
    assert doc.text == text
    assert sum(len(list(s)) for s in doc.sents) == len(doc)


SENTENCES = (
    ("The U.S. sent Gen. David R. Marsh to Erbil on Tuesday.", "He met Kurdish officials there."),
    ("“We are ready,” the minister said.", "“We have been ready for years.”"),
    (
        "Mr. Haddad, 54, lives in Washington, D.C., with his family.",
        "He did not reply to an e-mail.",
    ),
    ("The senator (R-Ariz.) voted no.", "So did 11 others."),
    ("Sales rose 4.5 percent to $3.2 billion.", "Analysts had expected less."),
    ('"Nobody asked us," she told Reuters.', "The ministry declined to comment."),
)


@pytest.mark.parametrize("sentences", SENTENCES, ids=lambda s: s[0][:24])
def test_sentences_end_where_a_reader_ends_them(english: Language, sentences: tuple[str, ...]) -> None:
    doc = english(" ".join(sentences))
    assert [s.text for s in doc.sents] == list(sentences)


NAMES = (
    (
        "British Prime Minister Tony Blair arrived in Cairo on Monday.",
        {("Tony Blair", "PERSON"), ("Cairo", "GPE"), ("British", "NORP")},
    ),
    (
        "Iranian President Hassan Rouhani spoke to CNN in New York.",
        {("Hassan Rouhani", "PERSON"), ("Iranian", "NORP"), ("New York", "GPE")},
    ),
    ("The Ministry of Defence said two soldiers died near Basra.", {("Basra", "GPE")}),
    (
        "Angela Merkel told the Bundestag that Greece must reform.",
        {("Angela Merkel", "PERSON"), ("Greece", "GPE")},
    ),
    (
        "Republicans in Congress blocked the plan, Senator Lindsey Graham said.",
        {("Republicans", "NORP"), ("Lindsey Graham", "PERSON")},
    ),
)


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=lambda v: v[:20] if isinstance(v, str) else "")
def test_plain_names_are_found(english: Language, text: str, expected: set[tuple[str, str]]) -> None:
    found = {(span.text, span.label_) for span in english(text).ents}
    assert expected <= found


def test_curly_marks_read_as_straight_ones(english: Language) -> None:
    curly = english("“It’s an outrage,” said Maria Lopez, the mayor’s deputy.")
    plain = english("\"It's an outrage,\" said Maria Lopez, the mayor's deputy.")
    assert [t.lemma_ for t in curly][1:3] == [t.lemma_ for t in plain][1:3] == ["it", "be"]
    assert [t.dep_ for t in curly] == [t.dep_ for t in plain]


def test_an_attribution_parses_as_universal_dependencies(english: Language) -> None:
    doc = english("The minister said that the army had left the city.")
    said = next(t for t in doc if t.text == "said")
    left = next(t for t in doc if t.text == "left")
    assert said.dep_ == "ROOT"
    assert said.lemma_ == "say"
    assert (left.dep_, left.head) == ("ccomp", said)
    assert next(t for t in doc if t.text == "minister").dep_ == "nsubj"
    assert next(t for t in doc if t.text == "city").dep_ == "obj"
