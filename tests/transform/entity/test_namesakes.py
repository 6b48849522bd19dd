"""Relatives of one last name: a father's words must not become his son's."""

from __future__ import annotations

from etl.records import Article, MentionKind
from etl.transform.article import Transformer


def who(article: Article, text: str) -> list[str]:
    """The first full names of those whom the mentions with these words are chained to."""
    return [
        article.mentions[each.chain - 1].name
        for each in article.mentions
        if each.span.text == text and each.kind is MentionKind.NAME and each.chain is not None
    ]


def test_a_daughter_named_once_does_not_take_over(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The drummer Ivor Baker died on Monday, his daughter Nettie Baker said.\n"
        "Baker had been ill for years. Baker founded two bands."
    )
    assert who(article, "Baker") == ["Ivor Baker", "Ivor Baker"]


def test_the_younger_and_the_elder_are_told_apart(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "A judge sentenced Walter Brandt to nine years, and his son, Kevin Brandt, to four.\n"
        "The elder Mr. Brandt bowed his head. The younger Mr. Brandt wept."
    )
    assert who(article, "Brandt") == ["Walter Brandt", "Kevin Brandt"]


def test_mr_stays_whom_the_article_calls_so(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Former President Donald Trump sat beside his lawyer. Mr. Trump denounced the judge.\n"
        "Mr. Trump’s second son, Eric Trump, called it a travesty. Mr. Trump’s former fixer will testify."
    )
    assert who(article, "Trump") == ["Donald Trump"] * 3


def test_a_title_that_is_new_is_the_relatives(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Daniel Okoro died in the crash. Okoro had flown for ten years.\n"
        "Okoro’s father, Emmanuel Okoro, wept. “He had posters of planes,” Mr Okoro said."
    )
    assert who(article, "Okoro") == ["Daniel Okoro", "Daniel Okoro", "Emmanuel Okoro"]


def test_a_relative_who_speaks_has_the_name_where_the_other_does_not(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Noa Argov was seized in October. Noa Argov’s mother, Liora Argov, asked to see her.\n"
        "“She is my breath,” Argov said."
    )
    assert who(article, "Argov") == ["Liora Argov"]


def test_father_and_son_of_one_name_are_two(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Carl Dresner Jr. said that his father was innocent.\nCarl Dresner sat behind him. Mr. Dresner said nothing."
    )
    assert who(article, "Carl Dresner Jr.") == ["Carl Dresner Jr."]
    assert who(article, "Carl Dresner") == ["Carl Dresner"]
    assert who(article, "Dresner") == ["Carl Dresner"]


def test_a_name_with_and_without_jr_is_one_where_nobody_speaks_of_a_father(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Carl Dresner Jr. opened the bridge on Monday.\nCarl Dresner said that it was late."
    )
    assert who(article, "Carl Dresner") == ["Carl Dresner Jr."]


def test_a_couple_shares_its_last_name(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Robert and Linda Fisk left the house on Monday. Robert Fisk waved at the crowd."
    )
    first = next(each for each in article.mentions if each.span.text == "Robert")
    assert (first.name, who(article, "Robert Fisk")) == ("Robert Fisk", ["Robert Fisk"])


def test_a_speaker_told_of_behind_the_name_is_that_person(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Okoro’s father, Emmanuel Okoro, a retired driver from Leeds, said that his son had loved to fly."
    )
    speakers = [article.mentions[each.speaker - 1].name for each in article.attributions if each.speaker]
    assert speakers == ["Emmanuel Okoro"]


def test_other_middle_initials_are_other_people(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Former President George W. Bush and his father, George H.W. Bush, sat side by side on Saturday.\n"
        "The elder Mr. Bush wore striped socks."
    )
    assert who(article, "George W. Bush") == ["George W. Bush"]
    assert who(article, "Bush") == ["George H.W. Bush"]


def test_a_speaker_behind_a_title_in_pieces_is_known(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Lt. Col. Guillaume Ndaye, the army’s spokesman in the north, said that the troops had withdrawn."
    )
    speakers = [article.mentions[each.speaker - 1].name for each in article.attributions if each.speaker]
    assert speakers == ["Guillaume Ndaye"]


def test_the_president_keeps_the_name_that_the_first_lady_shares(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "President Donald Trump and first lady Melania Trump visited the hospital on Wednesday.\n"
        "The doctors thanked them both.\nThe nurses did not speak.\nTrump flew to Ohio later."
    )
    assert who(article, "Trump") == ["Donald Trump"]
