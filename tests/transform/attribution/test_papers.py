"""Idioms of newspapers, agencies and courts around the world: if one fails, their readers lose who said what, or read
a denial as a statement."""

from __future__ import annotations

import pytest

from etl.records import Document, Medium
from tests.transform.reading import name_of, read, statements, transformer


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“Nobody will be spared, however big he may be,” the commissioner averred.",
            "the commissioner",
            "“Nobody will be spared, however big he may be,”",
        ),
        ("“Every year they do this,” she posited.", "she", "“Every year they do this,”"),
        ("“My son was born by the road,” narrated Lucy Maina.", "Lucy Maina", "“My son was born by the road,”"),
        (
            "He accepted that he had not written it down until the morning.",
            "He",
            "that he had not written it down until the morning",
        ),
        ("Councillor Jane Roe rubbished the claim.", "Councillor Jane Roe", "the claim"),
        ("His words: “We have paid for it since February.”", "His", "“We have paid for it since February.”"),
        (
            "The governor had in March promised that the road would be built.",
            "The governor",
            "that the road would be built",
        ),
        (
            "In a letter to the friends of Harbor Watch, the clerk, Tom Lind, wrote that the pier was unsafe.",
            "the clerk, Tom Lind",
            "that the pier was unsafe",
        ),
        ("Lund warned last week of a hard winter.", "Lund", "a hard winter"),
        ("We were told by three lawyers that the sky is free.", "three lawyers", "that the sky is free"),
        ("Lund called me on Sunday to say that the pier had gone.", "Lund", "that the pier had gone"),
        ("Ms Lund labelled the remark “a bit rich”.", "Ms Lund", "the remark “a bit rich”"),
        ("Lund termed the petition politically motivated.", "Lund", "the petition politically motivated"),
        ("A former aide has been held in May, Der Bote reports.", "Der Bote", "A former aide has been held in May"),
        ("The pier had been built in May, he said; nobody could do it better.", "he", "The pier had been built in May"),
        ("Lund wrote to him. “It is the kindest thing,” the letter read.", "the letter", "“It is the kindest thing,”"),
        (
            "Rates: The bank's Marta Lind told an audience in Leeds that she saw no case for a cut.",
            "The bank's Marta Lind",
            "that she saw no case for a cut",
        ),
        (
            "The port's owner told the paper it was “deeply sorry” and had no plans to return to the talks.",
            "The port's owner",
            "it was “deeply sorry” and had no plans to return to the talks",
        ),
    ],
)  # fmt: skip
def test_said_in_many_ways(text: str, source: str, content: str) -> None:
    assert (source, (content,)) in statements(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # the tense before what was said is no second thing that the speaker did
        (
            "The bank said it was in touch with the ministry but had not been asked for help.",
            "The bank",
            "it was in touch with the ministry but had not been asked for help",
        ),
        # one clerk, many sources
        (
            "Sources in the department told the paper that the clerk had raised it in May but was asked to keep quiet.",
            "Sources in the department",
            "that the clerk had raised it in May but was asked to keep quiet",
        ),
        # a row without "and" goes on with what was said
        (
            "The officer said that the brothers had set up a trust, got the land put in its name and were about to go.",
            "The officer",
            "that the brothers had set up a trust, got the land put in its name and were about to go",
        ),
        # nobody says in whose tag he stands
        (
            "Engineers found that the cracks had widened overnight, the governor said.",
            "Engineers",
            "that the cracks had widened overnight",
        ),
        (
            "An aide told donors that the vote was “a done deal,” according to e-mails that the paper has read.",
            "An aide",
            "that the vote was “a done deal,”",
        ),
    ],
)
def test_ends_where_it_ends(text: str, source: str, content: str) -> None:
    """Who is made to say what another said, or did what he only spoke of, could sue."""
    assert (source, (content,)) in statements(text)


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("The mayor denied that the bridge was unsafe.", True),
        ("The mayor dismissed reports that the bridge was unsafe.", True),
        ("The mayor debunked the claim.", True),
        ("The mayor did not deny that the bridge was unsafe.", False),
        ("The mayor dismissed the reports as “gossip of the worst kind”.", False),  # holds that they are gossip
    ],
)
def test_denied(text: str, is_denied: bool) -> None:
    assert [each.is_denied for each in read(text).attributions] == [is_denied]


def test_claims_that_are_denied_are_not_the_denier_s() -> None:
    found = read("The mayor denied claims that the bridge was unsafe.").attributions
    assert found
    assert all(each.is_denied for each in found)


def test_who_asks_is_not_who_is_asked() -> None:
    (question,) = read("“You could not see who held the gun, could you?” asked Lund.").attributions
    assert (question.source_as_written, question.addressee) == ("Lund", None)


def test_whom_the_words_name_does_not_speak_them() -> None:
    """ "He" behind a quotation is nobody whom it names."""
    article = read(
        "Inspector Tom Lund said on Sunday that nine men were held.\n"
        "Lund said the brothers had made a plan. “The main accused, Olaf Brandt, wrote the papers in a shop,” he said."
    )
    assert name_of(article, article.attributions[-1].speaker) == "Tom Lund"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whom a clause names is not its subject
        ("The court heard Ian Lund, a constable. Colin Roe had left. He said Roe was sitting on a bucket.", "Ian Lund"),
        # a verb without a subject behind an apposition
        ("In a letter to the Harbor Fund, the aide, Troy Lund, wrote that he knew. He wanted silence.", "Troy Lund"),
    ],
)  # fmt: skip
def test_who_he_is(text: str, name: str) -> None:
    article = read(text)
    (pronoun,) = (each for each in article.mentions if each.span.text == "He")
    assert pronoun.chain is not None
    assert article.mentions[pronoun.chain - 1].name == name


def test_the_interviewer_is_known_by_the_byline() -> None:
    text = (
        "The mayor who stayed\n\nInterview by Tom Garde\n\n14 September 2024\n\n"
        "Rosa Quint has been mayor of the town since 2015. We met in her office, which has been moved twice.\n\n"
        "Tom Garde: When did you first understand what was happening?\n\n"
        "Rosa Quint: In 2009, when the sea took the chapel and the old school behind it.\n\n"
        "TG: And what did you do?\n\nRQ: We moved the bones, and then we moved the people.\n"
    )
    article = transformer().annotate(Document(text))
    speakers = []
    for each in article.attributions:
        if each.rule == "turn":
            speakers.append(name_of(article, each.speaker))
    assert speakers == ["Tom Garde", "Rosa Quint", "Tom Garde", "Rosa Quint"]


@pytest.mark.parametrize(
    ("text", "addressee", "medium"),
    [
        ("Speaking to The Daily Beacon, Lund said the tanks were empty.", "Daily Beacon", None),
        ("Addressing reporters in the capital, Lund said the tanks were empty.", "reporters", None),
        ("In a chat with The Daily Beacon, Lund said the tanks were empty.", "Daily Beacon", Medium.OTHER),
        ("“The tanks are empty,” Lund told broadcaster TV Syd.", "broadcaster TV Syd", None),
        ("“The tanks are empty,” Lund told a news conference.", "news conference", Medium.PRESS_CONFERENCE),
        ("“The tanks are empty,” analyst Karin Holm wrote in a note to clients.", "clients", Medium.DOCUMENT),
        ("“The tanks are empty,” a clerk said by e-mail.", None, Medium.EMAIL),
        ("Lund said by telephone that the tanks were empty.", None, Medium.CALL),
        ("“The tanks are empty,” Lund posted.", None, Medium.SOCIAL_MEDIA),
        ("Lund called the delay “a disgrace to us all” on X.", None, Medium.SOCIAL_MEDIA),
    ],
)
def test_to_whom_and_how(text: str, addressee: str | None, medium: Medium | None) -> None:
    found = [(each.addressee, each.medium) for each in read(text).attributions]
    assert (addressee, medium) in found


def test_a_tag_in_a_relative_clause_leaves_the_sentence_to_its_writer() -> None:
    text = "They travel to the coast on Wednesday without Hughes, who, Lund confirmed, will be out for six weeks."
    assert ("Lund", ("who", "will be out for six weeks")) in statements(text)


def test_an_aide_to_a_state_senator_states_nothing() -> None:
    text = "An aide to state Senate President Dale Whit told donors that the vote was safe."
    assert [source for source, _ in statements(text)] == ["An aide to state Senate President Dale Whit"]


@pytest.mark.parametrize(
    "text",
    [
        "Lund has said it so often that his staff could sing it.",  # what came of it
        "Anyone who said otherwise was talking the town down.",  # whoever it may be
        "The hospital was opened in May but is yet to admit a single patient.",  # not yet
    ],
)
def test_nobody_said_so(text: str) -> None:
    contents = [words for _, parts in statements(text) for words in parts]
    assert not [words for words in contents if "his staff" in words and words.startswith("that")]
    assert not [words for words in contents if words.startswith(("otherwise", "a single patient"))]


def test_who_is_wanted_to_say_it_has_not_said_it() -> None:
    found = statements("She wants the ministry to say that her father was sober.")
    assert "the ministry" not in [source for source, _ in found]


def test_who_was_asked_is_not_who_asked() -> None:
    found = statements("The palace, asked later if the king was ill, said that he was well.")
    assert ("The palace", ("that he was well",)) in found
    assert ("The palace", ("if the king was ill",)) not in found


def test_who_says_goes_on_behind_what_he_rejects() -> None:
    found = statements(
        "Ruritania rejected claims that a cutter had rammed a boat, saying that the boat had come too near."
    )
    assert ("Ruritania", ("that the boat had come too near",)) in found


def test_a_quotation_runs_on_over_three_paragraphs() -> None:
    text = (
        "“My mother could not go out,” Sheila Loy told me. “People would turn away.\n"
        "“When she died we found every letter that she had kept.\n"
        "“I thought that somebody had to find out.”\n"
        "She began at Kew."
    )
    (found,) = (contents for source, contents in statements(text) if source == "Sheila Loy")
    assert found[-1] == "“I thought that somebody had to find out.”"


def test_a_quotation_is_signed_in_the_next_paragraph() -> None:
    text = "“I would rather be ruled by the first names in the book.”\n— Lord Harker, in the Lords yesterday"
    (found,) = read(text).attributions
    assert (found.rule, found.source_as_written) == ("signed", "Lord Harker")


def test_a_speaker_is_named_in_full_once() -> None:
    text = (
        "DAVID OKORO: Welcome back. The bridge has been closed for nine days.\n"
        "MINISTER LENA BRANDT: Good morning to you, David.\n"
        "OKORO: When does it open?\nBRANDT: When it is safe.\nOKORO: And when?\nBRANDT: In twelve days, they say.\n"
        "UNIDENTIFIED FEMALE: I have missed two trains because of that bridge."
    )
    turns = [source for source, _ in statements(text) if source is not None and source.isupper()]
    assert turns[:2] == ["DAVID OKORO", "MINISTER LENA BRANDT"]
    assert turns[-1] == "UNIDENTIFIED FEMALE"


def test_a_body_without_a_name_keeps_its_it() -> None:
    """ "It" is not the body that somebody presides over who spoke before."""
    article = read(
        "Former AMA president Noel Shan told the paper that the data was bad. The department denies this. "
        "“There has been no change,” it said."
    )
    last = article.attributions[-1]
    assert name_of(article, last.speaker) is None


def test_a_daughter_s_given_name_is_no_surname() -> None:
    article = read(
        "Margit Holt, a broadcaster, died on Saturday. Her daughter Aoife said the cause was a fever. "
        "Ms. Holt began her career in 1956. The bird had to leave, Aoife Holt said."
    )
    surname = next(each for each in article.mentions if each.span.text == "Holt" and each.name == "Holt")
    assert surname.chain is not None
    assert article.mentions[surname.chain - 1].name == "Margit Holt"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Addressing reporters here, Lund said the tanks were empty.", ["the tanks were empty"]),
        ("Reacting to the development, Lund said that the tanks were empty.", ["that the tanks were empty"]),
        ("The judge told jurors not to discuss the case with anyone.", ["jurors not to discuss the case with anyone"]),
        ("The site reported the sale on Sunday, citing a person familiar with it.", []),
    ],
)
def test_what_opens_or_asks_for_a_statement_is_none(text: str, said: list[str]) -> None:
    contents = [words for _, parts in statements(text) for words in parts]
    assert not {"reporters here", "the development", "the case with anyone", "a person familiar with it"} & set(
        contents
    )
    assert set(said) <= set(contents)


def test_what_a_document_says_is_not_its_reader_s() -> None:
    article = read("Harbor News has seen a copy of the document. “The wall will fall within six years,” it says.")
    last = article.attributions[-1]
    assert name_of(article, last.speaker) is None
