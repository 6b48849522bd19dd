"""Statements as courts, sports pages, obituaries and live pages write them: if one of these fails, somebody's words are
missed, end too soon, run too far or are told without the medium that stands beside them."""

from __future__ import annotations

import pytest

from etl.records import Medium
from tests.transform.reading import read, statements


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # a participle opens the sentence, and the parse takes the two clauses for one
        (
            "Claiming the inquiry into the fire is meant to hurt her, Olsen told Reuters that she would run again.",
            "Olsen",
            ("the inquiry into the fire is meant to hurt her",),
        ),
        # "it" behind one is somebody
        (
            "Stating that the money had been paid to nine families, it urged the court to close the case.",
            "it",
            ("that the money had been paid to nine families",),
        ),
        # part of what is said stands before its subject
        (
            "Anna Lund said as a girl she was sent away to the north.",
            "Anna Lund",
            ("as a girl she was sent away to the north",),
        ),
        # only a date parts the verb from what it says
        ("The court ruled on May 11 the vote was unlawful.", "The court", ("the vote was unlawful",)),
        # a tag whose subject says whose it is
        (
            "The lake was dead long before the mill closed, the candidate’s former doctor maintains.",
            "the candidate’s former doctor",
            ("The lake was dead long before the mill closed",),
        ),
        # what somebody said more than once
        (
            "Her foreman, she liked to say, never noticed the new map.",
            "she",
            ("Her foreman", "never noticed the new map"),
        ),
        # a noun is the subject of what it says
        (
            "The ministry’s argument was that the bridge belongs to the province.",
            "The ministry",
            ("that the bridge belongs to the province",),
        ),
        (
            "Her father held that a crooked line was a moral failing.",
            "Her father",
            ("that a crooked line was a moral failing",),
        ),
        ("Neighbors remembered him as gentle and exact.", "Neighbors", ("him as gentle and exact",)),
        # what issues from somebody speaks for them
        (
            "The union filed a grievance accusing her of “rule by stopwatch.”",
            "The union",
            ("her of “rule by stopwatch.”",),
        ),
        ("He hid behind what lawyers described as a trick of the trade.", "lawyers", ("as a trick of the trade",)),
        # who holds a number to be right
        ("Police put the toll at about 40 on Monday.", "Police", ("the toll at about 40",)),
        ("The governor puts it at twice that.", "The governor", ("it at twice that",)),
        # a cry is no clause that goes on
        ("Members protested by shouting “Shame on you!” in the chamber.", "Members", ("“Shame on you!”",)),
        ("Olsen left the hall, urging members, “We have to stay and vote.”", "Olsen", ("“We have to stay and vote.”",)),
        # verbs that double their last letter
        ("‘It was my best race,’ grinned Havel.", "Havel", ("‘It was my best race,’",)),
        ("‘Do not sell the boats,’ he begged.", "he", ("‘Do not sell the boats,’",)),
        # an aside and a nickname before the verb of a tag
        (
            "“We waited all night,” Mr. Dahl, now 81 and retired in Oslo, said by telephone. “Nobody came.”",
            "Mr. Dahl",
            ("“We waited all night,”", "“Nobody came.”"),
        ),
        (
            "“This is our year!” Karin “Kit” Lund shouted to the crowd.",
            "Karin “Kit” Lund",
            ("“This is our year!”",),
        ),
        # a surname of two parts
        ("“I am tired” of the plans, Mr. Holst-Eakin said.", "Mr. Holst-Eakin", ("“I am tired” of the plans",)),
        # what has an object is no part of the passive before it
        ("Dahl said bids had been opened and sought another delay.", "Dahl", ("bids had been opened",)),
        # who asked stands behind the participle
        ("Asked by Ms Leigh how he had reacted, he said nothing.", "Ms Leigh", ("how he had reacted",)),
        ("The man shouted that he would be back.", "The man", ("that he would be back",)),
        # on whom a report rests, and when it came, stand before what it says
        ("CBS News reported, citing the ministry, there were 40 deaths.", "CBS News", ("there were 40 deaths",)),
        ("Deutsche Welle reported in mid-2019, 62 shops had closed.", "Deutsche Welle", ("62 shops had closed",)),
        # the parse gives the tag's verb to the subject of what is said
        (
            "Weiner, who’s married to an aide, sent lurid notes to another woman, the New York Post reported.",
            "the New York Post",
            ("Weiner, who’s married to an aide, sent lurid notes to another woman",),
        ),
        # a quotation that ends in a full stop before its tag
        ("“The country demands a trial.” Pelosi said.", "Pelosi", ("“The country demands a trial.”",)),
        # verbs that the tagger takes for bare ones and for plurals
        (
            "These orcas, she suggested, specialize in hunting sharks.",
            "she",
            ("These orcas", "specialize in hunting sharks"),
        ),
        (
            "Many Democrats say Mrs. Clinton’s statistical advantage obscures concerns about turnout.",
            "Many Democrats",
            ("Mrs. Clinton’s statistical advantage obscures concerns about turnout",),
        ),
        ("Ann Roe posted on Facebook afterwards that it was hard.", "Ann Roe", ("that it was hard",)),
        ("The governor dared members to impeach her.", "The governor", ("members to impeach her",)),
        # a semicolon parts two statements
        (
            "The institute found that wages fell; the other figure, it said, “is true only in cash terms, and so on.”",
            "it",
            ("the other figure", "“is true only in cash terms, and so on.”"),
        ),
        # a long aside before the verb
        (
            "However, a detective, who sought anonymity because he may not speak to the media, said that it was late.",
            "a detective",
            ("that it was late",),
        ),
        # a bare infinitive goes on with the one before it
        (
            "Anna Lund said she wanted to speak to the crews and let them know that the mill would stay.",
            "Anna Lund",
            ("she wanted to speak to the crews and let them know that the mill would stay",),
        ),
        # what something is called stands far behind it, or before it
        (
            "Coach Neil Lund branded the call that cost his side a point at Harbury ‘a disgrace’.",
            "Coach Neil Lund",
            ("the call that cost his side a point at Harbury ‘a disgrace’",),
        ),
        (
            "She dismissed as “gossip” a report that she had dined with the chairman.",
            "She",
            ("as “gossip” a report that she had dined with the chairman",),
        ),
        # one of a people
        ("‘Clear handball,’ grinned the Italian.", "the Italian", ("‘Clear handball,’",)),
        # a second object in somebody's words
        (
            "The minister blamed bad weather and what she called “a run of bad luck.”",
            "The minister",
            ("bad weather and what she called “a run of bad luck.”",),
        ),
        # what the writer says of the words
        (
            "Two boats were seized, the coast guard said, an account that the crews dispute.",
            "the coast guard",
            ("Two boats were seized",),
        ),
        (
            "The auditor found that the money had gone to “transfers,” a phrase that would make a burglar blush.",
            "The auditor",
            ("that the money had gone to “transfers,”",),
        ),
        # a past that is written as its base form
        (
            "Lee wrote that the outlook “still seems rosy” and cut her rating of the bank.",
            "Lee",
            ("that the outlook “still seems rosy”",),
        ),
        # an auxiliary in a tag, and verbs that say something with a particle
        (
            "‘Children swim in it,’ she had written. ‘What more do you need?’",
            "she",
            ("‘Children swim in it,’", "‘What more do you need?’"),
        ),
        ("“You spent it on stock,” the senator shot back.", "the senator", ("“You spent it on stock,”",)),
        ("The mayor shot back that other towns had managed it.", "The mayor", ("that other towns had managed it",)),
        # what is to be
        (
            "A report by officers had recommended that the tip be kept open.",
            "A report by officers",
            ("that the tip be kept open",),
        ),
        # who has seen a paper is not who wrote it; whose poll it is belongs to it
        (
            "Documents seen by the Ledger show that the ministry sold the land.",
            "Documents seen by the Ledger",
            ("that the ministry sold the land",),
        ),
        (
            "Most voters would pay more for the ferry, a poll for the Sunday Courier suggests.",
            "a poll for the Sunday Courier",
            ("Most voters would pay more for the ferry",),
        ),
        # a clause that only adds to a name
        (
            "This was denied by the leader of the council, Anthony Pell, who called it “a flight of fancy”.",
            "the leader of the council, Anthony Pell",
            ("This",),
        ),
        # what the speaker asks of others, or will not tell
        (
            "Jean Lund said the plan was “untenable” and called on the mayor to drop it.",
            "Jean Lund",
            ("the plan was “untenable”",),
        ),
        (
            "Jean Lund said the plan was “untenable” and called on the mayor to drop it.",
            "Jean Lund",
            ("the mayor to drop it",),
        ),
        (
            "The bank said it accepted the findings and apologised to its customers.",
            "The bank",
            ("it accepted the findings",),
        ),
        (
            "Lund confirmed that a meeting took place but would not discuss what was said.",
            "Lund",
            ("that a meeting took place",),
        ),
        # when a live page had it
        ("15.12 Network Rail says that no train will run.", "Network Rail", ("that no train will run",)),
    ],
)
def test_finds(text: str, source: str, content: tuple[str, ...]) -> None:
    assert (source, content) in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked at the party what she would have done, Anna Lund thought for a moment.",
        "The party would hold a rally claiming the vote was stolen.",
        "Nobody said they were wrong.",
        "She called the clinic to complain.",
    ],
)
def test_says_nothing(text: str) -> None:
    assert all(each.cue_lemma not in ("say", "think", "hold", "call") for each in read(text).attributions)


def test_who_heard_it_says_it() -> None:
    found = statements("Her mother wept upon hearing that her son was guilty and said she would fight on.")
    assert ("Her mother", ("that her son was guilty",)) in found
    assert ("Her mother", ("she would fight on",)) in found


def test_a_quotation_goes_on_with_its_tag_and_not_with_what_the_tag_tells() -> None:
    found = statements("“They are worried,” said Dahl, speaking of the farmers. “It keeps them awake at night.”")
    assert ("Dahl", ("“They are worried,”", "“It keeps them awake at night.”")) in found


def test_quoted_sentences_behind_one_that_tells_of_somebody() -> None:
    found = read("Carla Nunes took it well. “He thought that I was wrong, and he has proved it.”").attributions[0]
    assert found.source_as_written == "Carla Nunes"
    assert found.confidence < 0.9


def test_quoted_sentences_behind_one_that_tells_of_two_stay_open() -> None:
    assert read("Carla Nunes met Petr Havel. “It was a hard night for all of us.”").attributions == ()


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("A witness said by video link that it was over.", Medium.CALL),
        ("In a 1998 oral history, Anna Lund recalled that it was hard.", Medium.INTERVIEW),
        ("Anna Lund wrote on social media that it was late.", Medium.SOCIAL_MEDIA),
        ("The port argues in a written submission that the crew was tired.", Medium.DOCUMENT),
        ("Transgaz said in an emailed response that it won.", Medium.EMAIL),
        ("Speaking at a funeral on Saturday, Anna Lund said it was hard.", Medium.SPEECH),
        ("In a video, Anna Lund said it was hard.", Medium.BROADCAST),
        ("In her memoir, “Rows” (1988), Anna Lund said it was hard.", Medium.BOOK),
        ("It was hard, Anna Lund said in an update on her website.", Medium.STATEMENT),
        ("Giving evidence on Friday, Anna Lund said it was hard.", Medium.TESTIMONY),
        ("Opening the debate, Anna Lund said it was hard.", Medium.SPEECH),
        ("Anna Lund, appearing before a Senate committee, said it was hard.", Medium.TESTIMONY),
        ("A nurse reached by phone said it was hard.", Medium.CALL),
        ("In a notice published on Friday, the port said it was hard.", Medium.DOCUMENT),
        ("Speaking in Catalan through an interpreter, Anna Lund said it was hard.", None),
        # a participle is no medium, whatever it is made from
        ("In offering analysis of the vote, Anna Lund told Alex Holt that it was hard.", None),
    ],
)
def test_medium(text: str, medium: Medium | None) -> None:
    (found,) = read(text).attributions
    assert found.medium is medium


def test_what_a_transcript_holds_came_through_it() -> None:
    said = next(
        each
        for each in read("According to a transcript, Holt told officers that it was over.").attributions
        if each.addressee
    )
    assert said.medium is Medium.DOCUMENT


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The union urged the court to close the case.", "court"),
        ("The bench directed the corporation to file a report.", "corporation"),
        ("Manea called on the president to publish the contract.", "president"),
        # what is told of a listener is not his name
        ("“It is over,” she told Petr Stroud, now a pundit for the radio.", "Petr Stroud"),
        ("“It is over,” she told mediapersons outside the court.", "mediapersons"),
    ],
)
def test_who_is_asked(text: str, addressee: str) -> None:
    assert [each.addressee for each in read(text).attributions] == [addressee]


@pytest.mark.parametrize(
    "text",
    ["The council called a special meeting to vote on the plan.", "The party expects its voters to come."],
)
def test_what_is_called_and_who_is_expected_hear_nothing(text: str) -> None:
    assert all(each.addressee is None for each in read(text).attributions)


def test_a_colon_behind_where_somebody_reports_from_or_what_they_gave() -> None:
    said = "“The sea came over the wall in two places on Friday night.”"
    found = {
        read(f"{lead}\n{said}").attributions[-1].source_as_written
        for lead in (
            "A spokesman for the mayor provided this statement:",
            "The Post’s Ann Lund, on the coast, reports from Oslo:",
            "The senator fired back:",
        )
    }
    assert found == {"A spokesman for the mayor", "The Post’s Ann Lund", "The senator"}


def test_who_will_not_say_it_does_not() -> None:
    (found,) = read("Sam Lund refused to blame the referee.").attributions
    assert (found.cue_lemma, found.rule) == ("refuse", "intended")
    assert read("Sam Lund would not discuss the case.").attributions == ()


def test_who_wrote_in_what_is_told_of() -> None:
    found = read("She read a memo in which an analyst wrote: “I would not sell this to my mother.”").attributions[-1]
    assert (found.source_as_written, found.medium) == ("an analyst", Medium.DOCUMENT)
