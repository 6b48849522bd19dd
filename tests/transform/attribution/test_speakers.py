"""Who is meant by the words of a source: if one of these fails, a report credits somebody with what another said."""

from __future__ import annotations

import pytest

from etl.records import Document, ParagraphRole, SourceKind, SpanRole
from tests.transform.reading import name_of, pieces, read, transformer


def _speaker(text: str) -> tuple[SourceKind, str | None]:
    """Kind and resolved name of the only statement's source."""
    article = read(text)
    (found,) = article.attributions
    mention = article.mentions[found.speaker - 1] if found.speaker is not None else None
    return found.source_kind, mention.name if mention is not None else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Director of National Intelligence James Clapper said the attacks came from abroad.", "James Clapper"),
        ("Secretary of State Maria Olsen said the border would stay open.", "Maria Olsen"),
        ("Chairman of the Joint Chiefs of Staff Gen. Martin Dempsey said the plan was ready.", "Martin Dempsey"),
        ("Deputy Director of the Harbor Police Sven Lund said that nobody was hurt.", "Sven Lund"),
        ("The group's director, Maria Holt, said the fund was empty.", "Maria Holt"),
        ("The auditor, Tom Lee, said 14 of the 20 bids had been opened early.", "Tom Lee"),
        ("A midwife, Ruth Adler, said the ward was full.", "Ruth Adler"),
        ("“The fund is empty,” said a spokesman for the bank, Jan Dahl.", "Jan Dahl"),
        ("The lawyer for Oskar Lind, Petra Vogel, said her client was innocent.", "Petra Vogel"),
        # people of whom more is told
        ("He was named by the firm's chief executive, Ann Dahl, who also said profits had doubled.", "Ann Dahl"),
        ("Campaigner Nora Finch, of the group Save Our Sands, described the decision as a betrayal.", "Nora Finch"),
        ("“It is late,” said University of Bergen's chancellor, Pia Lund.", "Pia Lund"),
        ("Remarked Harbor Council scientist Tom Curran, “The birds came back to all of us in May.”", "Tom Curran"),
    ],
)
def test_title_before_name(text: str, speaker: str) -> None:
    """A name at the end of its office is who speaks."""
    assert _speaker(text) == (SourceKind.PERSON, speaker)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Some inside the Merkel cabinet fear that the deal weakens the border.", SourceKind.GROUP),
        ("Supporters of Brandt said the letter was forged.", SourceKind.GROUP),
        ("Critics of Chancellor Angela Merkel said the deal was weak.", SourceKind.GROUP),
        ("A spokesman for James Clapper said the attacks came from abroad.", SourceKind.ANONYMOUS),
        ("Aides to the late Senator Paul Brandt said the letter was forged.", SourceKind.ANONYMOUS),
        ("A senior aide to Ann Petrov, the governor, said the road was closed.", SourceKind.ANONYMOUS),
        ("Colleagues of the spokesman for the ministry, Jan Dahl, said the plane was late.", SourceKind.GROUP),
    ],
)
def test_person_only_spoken_of(text: str, kind: SourceKind) -> None:
    """Whoever a source belongs to did not say it."""
    assert _speaker(text) == (kind, None)


def test_no_day_speaks() -> None:
    article = read("This past Friday, the princess, 67, announced her candidacy for the office.")
    (found,) = article.attributions
    assert (found.source_as_written, found.speaker) == ("the princess", None)


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    (found,) = read("A spokesman told the Military Times the attack took place at noon.").attributions
    assert [span.text for span in found.of_role(SpanRole.ADDRESSEE)] == ["the Military Times"]
    assert pieces(found) == ("the attack took place at noon",)


def test_a_name_behind_a_trade_belongs_to_what_was_announced() -> None:
    text = "The death of pioneering oceanographer Walter Brink was announced on Friday by the University of Bergen."
    (found,) = read(text).attributions
    assert list(pieces(found)) == ["The death of pioneering oceanographer Walter Brink"]


@pytest.mark.parametrize(
    "text",
    [
        "“The airline carries weapons,” according to a tweet on Monday by Secretary of State Mike Holt.",
        "A statement from Prime Minister Mike Holt said that the border would stay open.",
    ],
)
def test_who_wrote_a_document_speaks_in_it(text: str) -> None:
    assert _speaker(text) == (SourceKind.PERSON, "Mike Holt")


def test_two_surnames_joined_are_nobody() -> None:
    article = read(
        "Ann Berg and Spike Lund ran for office. The Berg-Lund ticket won 3 percent. Berg said she was pleased."
    )
    (found,) = article.attributions
    assert name_of(article, found.speaker) == "Ann Berg"


def test_nobody_goes_on_speaking_behind_a_heading() -> None:
    text = (
        "Mayor resigns\n\n“I made a mistake, and I am sorry,” Ana Roy told reporters. “The town deserves better.”\n\n"
        "What the auditor found\n\n> The contract was never put out to tender, and no minutes were kept.\n\n"
        "The town hall was closed on Monday, and the council met in the library."
    )
    article = transformer().annotate(Document(text))
    assert ParagraphRole.HEADING in {each.role for each in article.paragraphs}
    assert not any("tender" in span.text for each in article.attributions for span in each.of_role(SpanRole.CONTENT))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dig was led by Mark Hald, a historian at the museum, who said the wall was Roman.", "Mark Hald"),
        ("A Republican, Jane Modell, has told the paper that she will vote no.", "Jane Modell"),
        ("A member of the Danish parliament, Ida Lund said, “The law is fair to all of us.”", "Ida Lund"),
        ("WHO director-general Tom Arens said the name had to be short.", "Tom Arens"),
    ],
)
def test_name_beside_its_office(text: str, speaker: str) -> None:
    """Whoever is named on one side of a comma or of a body's letters is who speaks."""
    assert _speaker(text) == (SourceKind.PERSON, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt and Jan Dahl fled. The head of the unit told the court that the house was dark. She also said that "
        "nobody was in it.",
        "The Coast Guard came at noon. Some villagers said the boat was old. They also said that it leaked.",
    ],
)
def test_who_spoke_before_without_a_name_goes_on(text: str) -> None:
    """ "She" behind what an unnamed woman said is she, and not whom the text named before."""
    article = read(text)
    last = article.attributions[-1]
    assert last.speaker is not None
    assert article.mentions[last.speaker - 1].chain is None


def test_who_is_elected_is_not_yet_in_office() -> None:
    text = (
        "President Carl Lund met President-elect Ida Holm on Monday. The president did not concede, and said that the "
        "count was wrong."
    )
    article = read(text)
    assert name_of(article, article.attributions[-1].speaker) == "Carl Lund"


@pytest.mark.parametrize(
    "last",
    [
        "On Friday, Greek minister James Berg called the plan a threat. “It leaves us without a coast”, he added.",
        "On Friday, James Berg spoke against the plan. He said it would leave nobody a coast.",
    ],
)
def test_who_is_the_subject_of_one_sentence_speaks_in_the_next(last: str) -> None:
    article = read(
        f"Minister Peter Dahl called for talks on Monday. Dahl said the gas was his. He said it was late. {last}"
    )
    assert name_of(article, article.attributions[-1].speaker) == "James Berg"


def test_who_is_only_named_in_a_sentence_does_not_take_over() -> None:
    article = read(
        "Peter Dahl called for talks on Monday. Dahl said the gas was his. His letter was sent to James Berg. "
        "He said that it was late."
    )
    assert name_of(article, article.attributions[-1].speaker) == "Peter Dahl"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bank, Norrland Kredit, said it would close in May.", "Norrland Kredit"),
        ("One of these groups, the Harbour Defence Union, said it was warned.", "Harbour Defence Union"),
    ],
)
def test_a_body_s_name_may_stand_behind_a_comma(text: str, speaker: str) -> None:
    assert _speaker(text) == (SourceKind.ORGANIZATION, speaker)


def test_no_town_speaks_for_its_police() -> None:
    assert _speaker("According to police in Lund, Skåne, the man was known to them.")[1] != "Skåne"


def test_an_account_is_not_the_network_that_it_is_on() -> None:
    article = read(
        "Roe died at home according to a statement posted to his Twitter account. It also stated he was ill."
    )
    last = article.attributions[-1]
    assert last.source_as_written == "It"
    assert name_of(article, last.speaker) is None
