"""Who says what where nothing but a tag, a colon or an aside tells it, in the manner of court reports, sports pages and
agencies: if one of these fails, a report loses a statement, or gives it to a thing."""

from __future__ import annotations

import pytest

from etl.records import SpanRole
from tests.transform.reading import pieces, read, statements


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # a tag in the present tense, of several
        (
            "“We counted what was cheap,” its authors write, “and called it what counts.”",
            "its authors",
            ("“We counted what was cheap,”", "“and called it what counts.”"),
        ),
        ("“The lake is dying,” fishermen say.", "fishermen", ("“The lake is dying,”",)),
        # a mark that an editor put in brackets at the end of a quotation
        (
            "“Our house is dry again[,]” Ida Lund told those who had come to see it.",
            "Ida Lund",
            ("“Our house is dry again[,]”",),
        ),
        # a tag without commas in the middle of a sentence
        (
            "“We are ready” tweeted Olsen “to send whatever boats they need.”",
            "Olsen",
            ("“We are ready”", "“to send whatever boats they need.”"),
        ),
        # who is told of, and no listener, behind a tag
        (
            "The wall was never painted, said two masons who worked there and asked not to be named.",
            "two masons",
            ("The wall was never painted",),
        ),
        # a report beside the main clause
        (
            "But as Professor Jan Holt of the harbour school has pointed out, tides follow the moon nine times in ten.",
            "Professor Jan Holt of the harbour school",
            ("tides follow the moon nine times in ten",),
        ),
        # when it was said stands between
        (
            "Radio Bergen reported on Tuesday, the ferry had sunk off the island.",
            "Radio Bergen",
            ("the ferry had sunk off the island",),
        ),
        # what opens a sentence is not said
        (
            "Writing for the majority, Judge Ida Lund declared, “not every late ferry is a broken promise.”",
            "Judge Ida Lund",
            ("“not every late ferry is a broken promise.”",),
        ),
        ("The harbour board disputes that there is a leak.", "The harbour board", ("that there is a leak",)),
        # a verb right behind an article is none
        (
            "The bank, Norrland Kredit, called that claim “absurd”.",
            "The bank, Norrland Kredit",
            ("that claim “absurd”",),
        ),
        # "for" opens what is asked
        (
            "The union that represents pilots has called for flights to be stopped.",
            "The union",
            ("flights to be stopped",),
        ),
    ],
)
def test_a_tag_names_who_said_it(text: str, source: str, content: tuple[str, ...]) -> None:
    assert (source, content) in statements(text)


def test_a_participle_behind_a_quotation_takes_no_object_for_its_speaker() -> None:
    said = statements("Ann Coogan wrote of Dahl, “I saw that he was rare”, recalling their first meeting.")
    assert ("Ann Coogan", ("“I saw that he was rare”",)) in said
    assert all(source != "their first meeting" for source, _ in said)


def test_a_participle_that_opens_a_sentence_has_its_subject() -> None:
    said = statements("Saying “there are many leaks despite the rules”, Director Holt added, “The rules must change.”")
    assert ("Director Holt", ("“there are many leaks despite the rules”",)) in said
    assert ("Director Holt", ("“The rules must change.”",)) in said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Many feared that the lane would become what Cllr Jean Marsh called “the longest car park in Norfolk”.",
            "Cllr Jean Marsh",
            "“the longest car park in Norfolk”",
        ),
        (
            "The lane would become what Cllr Jean Marsh (Ind, Bergen East) called “the longest car park of all”.",
            "Cllr Jean Marsh",
            "“the longest car park of all”",
        ),
        (
            "The report wants higher fees, a plan that students' unions called “madness”.",
            "students' unions",
            "“madness”",
        ),
        (
            "The plan passed after a meeting that one councillor described as “a shambles”.",
            "one councillor",
            "as “a shambles”",
        ),
    ],
)
def test_quoted_words_for_a_thing_are_whose_clause_they_end(text: str, source: str, content: str) -> None:
    assert (source, (content,)) in statements(text)


@pytest.mark.parametrize(
    ("text", "source", "quoted"),
    [
        ("Dahl defended his decision, “As I have said before, I would do it again.”", "Dahl", "“As I have"),
        ("The ministry made the following announcement: “So far 372 cases were found.”", "The ministry", "“So far"),
    ],
)
def test_a_quotation_behind_a_comma_or_colon_goes_with_what_was_done_in_words(
    text: str, source: str, quoted: str
) -> None:
    (found,) = [each for each in statements(text) if each[1][-1].startswith(quoted)]
    assert found[0] == source


@pytest.mark.parametrize(
    ("text", "listener", "content"),
    [
        (
            "A harbour master took cash in a biscuit tin, a jury was told yesterday.",
            "jury",
            "A harbour master took cash in a biscuit tin",
        ),
        ("The brakes had failed twice before, the inquest was told.", "inquest", "The brakes had failed twice before"),
    ],
)
def test_a_tag_may_name_only_who_listened(text: str, listener: str, content: str) -> None:
    (found,) = read(text).attributions
    assert found.addressee == listener
    assert found.source_as_written is None
    assert pieces(found) == (content,)


def test_a_clause_that_tells_who_was_told_is_no_tag() -> None:
    assert not read("The guests, who had paid in advance, were told.").attributions


def test_somebody_told_to_do_something_is_told_nothing_else() -> None:
    (found,) = read("Residents were told to stay off the roads and shops and ferries were closed.").attributions
    assert found.rule == "requested-passive"
    assert next(found.of_role(SpanRole.CONTENT)).text.startswith("to stay off the roads")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Divers, according to The Harbour Post, said the wreck had moved.", "Divers"),
        ("This pleased the brother of the mayor, who said he had waited for years.", "the brother of the mayor, who"),
        (
            "Crews came from four towns according to a statement, as well as two boats and a helicopter.",
            "a statement",
        ),
    ],
)
def test_a_source_ends_before_what_is_no_part_of_it(text: str, source: str) -> None:
    assert source in [each[0] for each in statements(text)]


def test_who_stands_for_a_person_within_a_place() -> None:
    """The homes of people say nothing."""
    article = read("This included the home of Minister Ann Roe, who told the press she was ill.")
    (found,) = article.attributions
    assert found.speaker is not None
    assert article.mentions[found.speaker - 1].name == "Ann Roe"


@pytest.mark.parametrize(
    "text",
    [
        "The plan was approved by one vote on Tuesday.",
        "Speaking for the parish council, Bob Lund left the hall.",
        "Ann Roe said when she resigned from the paper in May.",
        "The trip was announced, just two months after Roe had retired.",
    ],
)
def test_votes_occasions_and_openings_say_nothing(text: str) -> None:
    assert not read(text).attributions


def test_an_aside_within_a_verb_has_what_stands_around_it() -> None:
    said = statements("The fever that had, by reports, killed 62 people was gone by May.")
    assert [content for source, content in said if source == "reports"] == [
        ("The fever that had", "killed 62 people was gone by May")
    ]


def test_a_bracket_behind_a_source_is_not_said() -> None:
    said = statements("According to the Harbour Health Organization (HHO), one in nine was vaccinated.")
    assert [content for _, content in said] == [("one in nine was vaccinated",)]


def test_a_listener_ends_where_a_clause_begins() -> None:
    (found,) = read("The office told the Post it “takes the new letters very seriously”.").attributions
    assert found.addressee == "Post"


def test_a_listener_ends_before_what_came_of_it() -> None:
    (found,) = read("“I wanted it,” Dahl told Radio Bergen, a choice leaving her without a home.").attributions
    assert found.addressee == "Radio Bergen"


def test_a_paper_is_no_post() -> None:
    (found,) = read("In a message to the Post, Lund later called the story “fiction”.").attributions
    assert found.medium is None


def test_what_is_argued_ends_before_what_is_asked() -> None:
    said = statements(
        "The firm's lawyers wrote in May, arguing that the rule was unlawful and asking the city to wait."
    )
    assert ("The firm's lawyers", ("that the rule was unlawful",)) in said
    assert ("The firm's lawyers", ("the city to wait",)) in said


def test_who_is_asked_about_something_is_not_what_is_said() -> None:
    said = statements("Asked about the plan, a spokeswoman said it was late.")
    assert said == [("a spokeswoman", ("it was late",))]
