"""One sentence a construction: if one fails, a user no longer sees who said, wanted or attacked what in sentences
of that kind."""

from __future__ import annotations

import pytest

from tests.transform.reading import statements

#: Text, who, what.
_SENTENCES: list[tuple[str, str | None, tuple[str, ...]]] = [
    # tags without marks
    (
        "The harbor will stay closed until May, the port authority told The Guardian on Monday.",
        "the port authority",
        ("The harbor will stay closed until May",),
    ),
    (
        "The pass will stay closed, officials said Thursday.",
        "officials",
        ("The pass will stay closed",),
    ),
    (
        "The group will close two plants, its chief executive, Mr John Hale, said yesterday.",
        "its chief executive, Mr John Hale",
        ("The group will close two plants",),
    ),
    (
        "The number of dead has risen to nine, the regional governor, Ms Ilse Brandt, said on Sunday.",
        "the regional governor, Ms Ilse Brandt",
        ("The number of dead has risen to nine",),
    ),
    (
        "The ferry had left an hour early, said Maria Lindqvist, who runs the ticket office.",
        "Maria Lindqvist",
        ("The ferry had left an hour early",),
    ),
    (
        "The difference now, she told reporters on Friday, is that the river has nowhere to go.",
        "she",
        ("The difference now", "is that the river has nowhere to go"),
    ),
    (
        "As one of the engineers pointed out, the bridge was never meant for lorries.",
        "one of the engineers",
        ("the bridge was never meant for lorries",),
    ),
    (
        "The plan will stand through the winter, his top aide, Tad Lund, told The Herald.",
        "his top aide, Tad Lund",
        ("The plan will stand through the winter",),
    ),
    (
        "The plan could pass by summer, Sen. Ann Olsen (R-S.C.) told The Herald on Thursday.",
        "Sen. Ann Olsen",
        ("The plan could pass by summer",),
    ),
    (
        "The ferry was late, Olsen, who runs the port, said in an interview.",
        "Olsen",
        ("The ferry was late",),
    ),
    (
        "Iceland, as one of the minister's climate advisers pointed out, normally does not get such storms.",
        "one of the minister's climate advisers",
        ("Iceland", "normally does not get such storms"),
    ),
    (
        "As many tax experts, including Mr. Lund, have pointed out, Mr. Berg is free to publish his returns.",
        "many tax experts",
        ("Mr. Berg is free to publish his returns",),
    ),
    (
        "The latest opinion poll released Friday shows that most ferries are late.",
        "The latest opinion poll",
        ("that most ferries are late",),
    ),
    (
        "A Gallup poll of voters has, however, revealed that the mayor has lost their trust.",
        "A Gallup poll of voters",
        ("that the mayor has lost their trust",),
    ),
    (
        "Berg told the paper's editor Jan Lund on Thursday how surprised he is that ferries are late.",
        "Berg",
        ("how surprised he is that ferries are late",),
    ),
    # a subject behind a comma, behind an object, above an infinitive
    (
        "The minister urged farmers to wait, arguing that prices would recover by autumn.",
        "The minister",
        ("that prices would recover by autumn",),
    ),
    (
        "Olsen told the audience about the flood, adding that nobody had been hurt.",
        "Olsen",
        ("that nobody had been hurt",),
    ),
    # quotations in pieces
    (
        "“I admire the judge,” Petrov said, but “when it comes to property, the judge is wrong.”",
        "Petrov",
        ("“I admire the judge,”", "but “when it comes to property, the judge is wrong.”"),
    ),
    (
        "The new terminal, Petrov said, “is a perfect example of waste.”",
        "Petrov",
        ("The new terminal", "“is a perfect example of waste.”"),
    ),
    (
        "In an interview on “Morning Desk,” Petrov said that the vote would be late.",
        "Petrov",
        ("that the vote would be late",),
    ),
    # who is left out, apart, or behind
    (
        "The carrier said it had lost two planes, and it didn't deny that crews were tired.",
        "it",
        ("that crews were tired",),
    ),
    (
        "Olsen and Lund met on Monday, the former denying that a deal had been struck.",
        "the former",
        ("that a deal had been struck",),
    ),
    ("“Do not swim here,” read the warning on the pier.", "the warning", ("“Do not swim here,”",)),
    (
        "“We regret the error,” reads the statement, which was published on Monday.",
        "the statement",
        ("“We regret the error,”",),
    ),
    (
        "According to Maria Holt, who runs the port, and Jan Dahl of the union, the ferry was late.",
        "Maria Holt, who runs the port, and Jan Dahl of the union",
        ("the ferry was late",),
    ),
    (
        "Prosecuting, Anna Berg told the jury Mr Lund had driven away from the scene.",
        "Anna Berg",
        ("Mr Lund had driven away from the scene",),
    ),
    (
        "Union Home Minister Arvind Rao on Tuesday said the bill would be tabled in the next session.",
        "Union Home Minister Arvind Rao",
        ("the bill would be tabled in the next session",),
    ),
    (
        "The High Court directed the police to file a report within two weeks.",
        "The High Court",
        ("the police to file a report within two weeks",),
    ),
    ("As the mayor put it: “We are full.”", "the mayor", ("“We are full.”",)),
    (
        "In the words of one teacher: “It was the worst day of my life.”",
        "one teacher",
        ("“It was the worst day of my life.”",),
    ),
    ("Taking to Instagram, the singer posted: “It was a hard week.”", "the singer", ("“It was a hard week.”",)),
    (
        "Marten Lund welcomed the plan, which he called “a first step.”",
        "he",
        ("“a first step.”",),
    ),
    ("The club are understood to have made an offer.", None, ("The club", "to have made an offer")),
    (
        "The bomb was placed on a motorcycle, stated Minister of Information Tarek Lund, and was left at a café.",
        "Minister of Information Tarek Lund",
        ("The bomb was placed on a motorcycle", "and was left at a café"),
    ),
    (
        "A source within the ministry reportedly said “we have been told not to publish the figures.”",
        "A source within the ministry",
        ("“we have been told not to publish the figures.”",),
    ),
    # phrases
    ("The union opposed the new roster for night shifts.", "The union", ("the new roster for night shifts",)),
    ("Hansen attacked the mayor's housing plan.", "Hansen", ("the mayor's housing plan",)),
    (
        "Hansen praised the museum's plan for the old harbor, which has failed twice.",
        "Hansen",
        ("the museum's plan for the old harbor",),
    ),
    ("Hansen called the new harbor tax a disgrace.", "Hansen", ("the new harbor tax a disgrace",)),
    (
        "Hansen called on the council to publish the contract.",
        "Hansen",
        ("the council to publish the contract",),
    ),
    ("Hansen laid out her plans for the old harbor.", "Hansen", ("her plans for the old harbor",)),
    ("Hansen wants a new ferry to the islands.", "Hansen", ("a new ferry to the islands",)),
    ("The mayor made it clear that nobody would be moved.", "The mayor", ("that nobody would be moved",)),
    (
        "Hansen condemned the launch as three missiles fell into the sea.",
        "Hansen",
        ("the launch",),
    ),
    (
        "Hansen rejected the plan for the harbor in a ruling on Friday.",
        "Hansen",
        ("the plan for the harbor",),
    ),
    ("Hansen wants to close the airport at night.", "Hansen", ("to close the airport at night",)),
    (
        "The survey shows a clear majority for the tunnel.",
        "The survey",
        ("a clear majority for the tunnel",),
    ),
    # nobody named
    (
        "The general was accused of selling fuel to smugglers.",
        None,
        ("The general", "selling fuel to smugglers"),
    ),
    # prepositions that name a source
    (
        "In a survey of nurses, most of them complained about night shifts.",
        "a survey of nurses",
        ("most of them complained about night shifts",),
    ),
    (
        "By one estimate, the storm cost the region two billion euros.",
        "one estimate",
        ("the storm cost the region two billion euros",),
    ),
    # who goes on to speak
    (
        "Olsen said it was too early to tell but added that the count would end on Monday.",
        "Olsen",
        ("that the count would end on Monday",),
    ),
    (
        "Olsen made a third attempt to answer her critics, writing on Twitter that the harbor was safe.",
        "Olsen",
        ("that the harbor was safe",),
    ),
    ("The quake prompted Olsen to say that the dam was weak.", "Olsen", ("that the dam was weak",)),
    ("Olsen emailed supporters saying: “The fight goes on.”", "Olsen", ("“The fight goes on.”",)),
    ("“No,” Lund said. Said Petrov: “The fight goes on.”", "Petrov", ("“The fight goes on.”",)),
    (
        "A harbor official who did not want to be named said Wednesday, “Certainly there are talks.”",
        "A harbor official",
        ("“Certainly there are talks.”",),
    ),
    # where content begins
    (
        "The owners have not said when they would reopen the mill.",
        "The owners",
        ("when they would reopen the mill",),
    ),
    # where content ends
    (
        "Berg says he respects Lund and calls her “an extremely gifted pilot.”",
        "Berg",
        ("he respects Lund",),
    ),
    (
        "The owners said they are certain of the verdict, and the unions scoffed at it.",
        "The owners",
        ("they are certain of the verdict",),
    ),
    (
        "The survey showed that most ships were late, but surveys are no timetable.",
        "The survey",
        ("that most ships were late",),
    ),
    (
        "The port announced it will have 18 fact-checkers on board.",
        "The port",
        ("it will have 18 fact-checkers on board",),
    ),
    (
        "Though that winter was mild, she said, replacing the pipes would cost a fortune.",
        "she",
        ("Though that winter was mild", "replacing the pipes would cost a fortune"),
    ),
    (
        "Asked whether he would run again, the mayor said that he had not decided.",
        "the mayor",
        ("that he had not decided",),
    ),
    (
        "The court rejected a request to open the file, saying the public had no interest in it.",
        "The court",
        ("a request to open the file",),
    ),
    (
        "The envoy said that the army promised that the guns would rest, and that the rebels agreed.",
        "the army",
        ("that the guns would rest",),
    ),
    (
        "The paper wrote that [t]he bridge is closed and [its owner] wants to sell it.",
        "The paper",
        ("that [t]he bridge is closed and [its owner] wants to sell it",),
    ),
    (
        "The company said the valve was safe, although it has since replaced every one of them.",
        "The company",
        ("the valve was safe",),
    ),
    (
        "Residents said the water was brown, but officials said it was clean.",
        "Residents",
        ("the water was brown",),
    ),
]


@pytest.mark.parametrize(("text", "source", "content"), _SENTENCES, ids=lambda each: str(each)[:50])
def test_found(text: str, source: str | None, content: tuple[str, ...]) -> None:
    assert (source, content) in statements(text)


def test_turns_of_a_talk() -> None:
    """The transcript of an interview is nobody's without its labels."""
    text = "HOST: Will the bridge open?\nMARIN: It will, in spring.\nHOST: Who pays?\nMARIN: The state pays for it."
    assert statements(text) == [
        ("HOST", ("Will the bridge open?",)),
        ("MARIN", ("It will, in spring.",)),
        ("HOST", ("Who pays?",)),
        ("MARIN", ("The state pays for it.",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Let's say you think a ticket costs too much.",  # an example
        "You want to leave early on Sundays.",  # everybody, nobody
        "The storm is certain to lose strength over land.",  # the writer's own words
        "Photo: Reuters\nThe bridge is closed.\nPhoto: Reuters",  # a credit, no speaker
        "Rebel-backed militias held the town.",  # a compound, no verb
        "The director has alleged ties to the army.",  # an adjective
        "The new bus was supposed to stop at the pier.",  # a duty
        "The ministry did not respond to requests for comment.",  # silence
        "It could end badly if the truce breaks and the rebels decide to attack again.",  # it has not happened
        "Having sent arms to the town, can farmers have confidence that the army is less corrupt than before?",
    ],
)
def test_nobody_said(text: str) -> None:
    """What nobody said must not be given to somebody."""
    assert statements(text) == []
