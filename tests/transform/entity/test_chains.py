"""A user who asks for all that is said of a person would miss mentions, or get another's, if these failed."""

from __future__ import annotations

import pytest

from etl.records import Article, EntityLabel, Mention, MentionKind
from etl.transform.article import Transformer


def chain_of(article: Article, text: str, place: int = 0) -> int | None:
    """The chain of the ``place``-th mention with these words."""
    return [mention for mention in article.mentions if mention.span.text == text][place].chain


def named(article: Article, text: str) -> Mention:
    return next(mention for mention in article.mentions if mention.span.text == text)


def test_a_surname_goes_to_the_full_name(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Angela Merkel met Emmanuel Macron in Paris on Monday.\nMerkel said that Macron had agreed."
    )
    assert chain_of(article, "Merkel") == chain_of(article, "Angela Merkel")
    assert chain_of(article, "Macron") == chain_of(article, "Emmanuel Macron")
    assert chain_of(article, "Merkel") != chain_of(article, "Macron")


def test_a_title_tells_a_couple_apart(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Bill Clinton and Hillary Clinton spoke in Iowa.\nMrs. Clinton thanked the crowd. Mr. Clinton waved."
    )
    clintons = [mention for mention in article.mentions if mention.span.text == "Clinton"]
    assert [mention.chain for mention in clintons] == [
        chain_of(article, "Hillary Clinton"),
        chain_of(article, "Bill Clinton"),
    ]


def test_a_name_leaves_title_article_and_possessive_outside(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The lawyer of President Barack Obama's brother spoke. Obama's office did not."
    )
    obama = named(article, "Barack Obama")
    assert (obama.name, obama.label) == ("Barack Obama", EntityLabel.PERSON)
    assert chain_of(article, "Obama") == obama.chain


def test_a_particled_surname_is_the_same_person(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Prime Minister Haider al-Abadi visited Washington.\nAbadi asked for arms, and al-Abadi got them."
    )
    abadis = {mention.chain for mention in article.mentions if "Abadi" in mention.span.text}
    assert len(abadis) == 1


def test_an_abbreviation_is_its_long_form(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The World Health Organization (WHO) sent doctors to Guinea.\nThe WHO said that 40 people had died."
    )
    assert chain_of(article, "WHO") == chain_of(article, "World Health Organization")
    assert chain_of(article, "WHO", 1) == chain_of(article, "WHO")


def test_a_people_is_not_its_country(transformer: Transformer) -> None:
    article = transformer.annotate_prose("Iraq asked for help. Iraqi troops fled, and many Iraqis followed them.")
    assert named(article, "Iraqi").label is EntityLabel.NORP
    assert chain_of(article, "Iraqis") == chain_of(article, "Iraqi") != chain_of(article, "Iraq")


def test_a_country_has_one_chain_under_all_its_names(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The United States sent troops. The U.S. has 3,000 there. The US will send more."
    )
    assert len({chain_of(article, name) for name in ("United States", "U.S.", "US")}) == 1


def test_he_and_she_find_their_person(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Senator Susan Collins met Robert Miller on Tuesday.\nShe told him that the bill was dead, and he left."
    )
    assert chain_of(article, "She") == chain_of(article, "Susan Collins")
    assert chain_of(article, "him") == chain_of(article, "he") == chain_of(article, "Robert Miller")


def test_a_role_noun_finds_its_bearer(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Senator John McCain criticised President Obama on Sunday.\nThe senator said that the president had failed."
    )
    assert chain_of(article, "The senator") == chain_of(article, "John McCain")
    assert chain_of(article, "the president") == chain_of(article, "Obama")


def test_an_unresolved_pronoun_stays_open(transformer: Transformer) -> None:
    article = transformer.annotate_prose("He said that the shop would close.")
    assert [(m.kind, m.chain) for m in article.mentions if m.span.text == "He"] == [(MentionKind.PRONOUN, None)]


def test_the_first_person_of_a_quotation_is_its_speaker(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Maria Lopez runs the shelter.\n“I have not slept for two days,” Lopez said on Friday."
    )
    assert chain_of(article, "I") == chain_of(article, "Maria Lopez")


def test_a_page_is_not_a_person(transformer: Transformer) -> None:
    article = transformer.annotate_prose("Photo: Share This\nThe mayor of Boston opened the bridge on Monday.")
    assert not [
        mention for mention in article.mentions if mention.label is EntityLabel.PERSON and "Photo" in mention.name
    ]


@pytest.mark.parametrize(
    ("sample", "text", "label"),
    [
        ("000", "John McCain", EntityLabel.PERSON),
        ("000", "Israel Project", EntityLabel.ORG),
        ("000", "Omri Ceren", EntityLabel.PERSON),
        ("001", "BloombergView", EntityLabel.ORG),
        ("001", "James Clapper", EntityLabel.PERSON),
        ("002", "WSJ", EntityLabel.ORG),
        ("002", "Bloomberg", EntityLabel.ORG),
        ("003", "IS", EntityLabel.ORG),
        ("003", "Tom Cotton", EntityLabel.PERSON),
        ("003", "Abu Mahdi al-Muhandis", EntityLabel.PERSON),
        ("004", "Eli Lake", EntityLabel.PERSON),
        ("004", "Hadi al-Amiri", EntityLabel.PERSON),
        ("004", "Haider al-Abadi", EntityLabel.PERSON),
        ("004", "Qassem Soleimani", EntityLabel.PERSON),
        ("004", "Human Rights Watch", EntityLabel.ORG),
    ],
)
def test_the_samples_names_are_labelled(
    samples: dict[str, Article], sample: str, text: str, label: EntityLabel
) -> None:
    assert {m.label for m in samples[sample].mentions if m.name == text} == {label}


@pytest.mark.parametrize(
    ("sample", "first", "second"),
    [
        ("002", "US", "United States"),
        ("003", "Haider al-Abadi", "Abadi"),
        ("003", "Ali Khamenei", "Khamenei"),
        ("003", "Islamic State", "IS"),
        ("004", "Hadi al-Amiri", "Amiri"),
        ("004", "Eli Lake", "Lake"),
        ("004", "Stuart Jones", "Jones"),
        ("004", "Michael Flynn", "Flynn"),
        ("004", "Qassem Soleimani", "Soleimani"),
    ],
)
def test_the_samples_short_names_are_chained(samples: dict[str, Article], sample: str, first: str, second: str) -> None:
    assert chain_of(samples[sample], first) == chain_of(samples[sample], second)


def test_the_subject_of_a_sentence_goes_on_as_he(transformer: Transformer) -> None:
    """Else the row would say that somebody else died."""
    article = transformer.annotate_prose(
        "Sergeant Mateo Rana was shot by Louis Barr. A bullet hit Barr, too, and wounded him.\n"
        "Rana had an operation in May and was flown home, but he died in June."
    )
    assert chain_of(article, "he") == chain_of(article, "Mateo Rana")


def test_a_pronoun_for_somebody_unnamed_stays_open(transformer: Transformer) -> None:
    article = transformer.annotate_prose("A woman, a niece of Senator Carla Weiss, said she was 14 at the time.")
    assert chain_of(article, "she") is None


def test_a_clipped_name_in_parentheses_is_its_long_form(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The Oregon Department of Forestry and Fire Protection (OreFire) sent help. OreFire said the fires were out."
    )
    shorts = [mention for mention in article.mentions if mention.span.text == "OreFire"]
    assert {mention.label for mention in shorts} == {EntityLabel.ORG}
    assert {mention.chain for mention in shorts} == {
        named(article, "Oregon Department of Forestry and Fire Protection").chain
    }


def test_himself_is_who_acts(transformer: Transformer) -> None:
    article = transformer.annotate_prose("Peter Roe met Karl Lind on Monday. Lind called himself a reformer.")
    assert chain_of(article, "himself") == chain_of(article, "Karl Lind")


def test_who_is_she_is_not_he(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Zamira Toko was born in 1990. She sang, and she wrote. Her father left early. A friend said he was ill."
    )
    assert chain_of(article, "She") == chain_of(article, "Zamira Toko")
    assert chain_of(article, "he") is None


def test_an_interviewed_person_does_not_speak_of_herself_as_she(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Alma Berg spoke with us in Oslo.\nAlma Berg: I learned from my sister. She played every day."
    )
    berg = chain_of(article, "Alma Berg")
    assert all(mention.chain != berg for mention in article.mentions if mention.span.text == "She")


def test_they_is_no_company_beside_several(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The shots fell at a branch of Northwind Energy. Prosecutors charged the man with murder, they said Sunday."
    )
    assert chain_of(article, "they") is None


def test_a_relative_named_once_does_not_take_the_short_name(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Peter Hale won in Ohio. Hale thanked Iowa. Hale flew to Texas. Hale slept.\n"
        "His son Martin Hale works for Northwind in Canada, according to Anna Roe.\nHale spoke on Monday."
    )
    hales = [mention for mention in article.mentions if mention.span.text == "Hale"]
    assert {mention.chain for mention in hales} == {chain_of(article, "Peter Hale")}


def test_a_role_noun_begins_at_its_article(transformer: Transformer) -> None:
    article = transformer.annotate_prose("The palace spread a note to the effect the king considered it wrong.")
    assert [mention.span.text for mention in article.mentions if "king" in mention.span.text] == ["the king"]


def test_a_creed_is_nobodys_name(transformer: Transformer) -> None:
    article = transformer.annotate_prose("Syrian leaders met Iranian Shiia clerics. Ali Sunni, a clerk, was there.")
    people = {mention.span.text for mention in article.mentions if mention.label is EntityLabel.PERSON}
    assert people == {"Ali Sunni"}


def test_who_speaks_keeps_the_surname_that_another_shares(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Hana Lenz, who is not related to Interior Minister Petar Lenz, said help was late. Lenz added that 31 died."
    )
    assert chain_of(article, "Lenz") == chain_of(article, "Hana Lenz")


def test_an_outlet_that_is_only_told_something_is_not_the_company(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Analysts told Reuters that demand had fallen.\nThe company said it was aware."
    )
    assert all(
        each.chain != chain_of(article, "Reuters") for each in article.mentions if each.span.text == "The company"
    )


@pytest.mark.parametrize(
    ("text", "names", "apart"),
    [
        (
            "Governor Ricardo Rosselló Nevares resigned. Rosselló said so. Ricardo Rosselló left, and Nevares wept.",
            ("Ricardo Rosselló Nevares", "Rosselló", "Ricardo Rosselló", "Nevares"),
            (),
        ),
        (
            "Pedro Sánchez spoke. Pedro Sánchez Pérez is 47, and Sánchez won.",
            ("Pedro Sánchez", "Pedro Sánchez Pérez"),
            (),
        ),
        (
            "President John Fitzgerald Kennedy met Ella Fitzgerald. Fitzgerald sang.",
            ("Ella Fitzgerald", "Fitzgerald"),
            ("John Fitzgerald Kennedy",),
        ),
        ("Mary Ann Smith met John Ann Lee. Ann left.", ("Ann",), ("Mary Ann Smith", "John Ann Lee")),
    ],
    ids=["one more", "one less", "another's last name", "a given name"],
)
def test_the_first_of_two_surnames_names_its_bearer(
    transformer: Transformer, text: str, names: tuple[str, ...], apart: tuple[str, ...]
) -> None:
    article = transformer.annotate_prose(text)
    (chain,) = {chain_of(article, name) for name in names}
    assert chain not in {chain_of(article, name) for name in apart}


def test_the_magazine_is_the_one_that_was_named_so(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "The port kept files, the weekly magazine Zenit reported on Sunday. The magazine said it had seen them."
    )
    assert chain_of(article, "The magazine") == chain_of(article, "Zenit")


def test_the_vice_president_is_not_the_president(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Vice President Ann Roe spoke in Linz. President Tom Lee won the election.\n"
        "The vice president said she was tired. The president said he was fine."
    )
    assert chain_of(article, "The vice president") == chain_of(article, "Ann Roe")
    assert chain_of(article, "The president") == chain_of(article, "Tom Lee")


def test_the_man_is_not_who_struck_him(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Representative Tom Lee is seen striking a young man in the street. Later the man asked for an apology."
    )
    lee = chain_of(article, "Tom Lee")
    assert [mention.span.text for mention in article.mentions if mention.chain == lee] == ["Tom Lee"]
    article = transformer.annotate_prose(
        "A man was arrested on Monday. Police named him as John Smith, 34.\nThe man was charged with theft."
    )
    assert chain_of(article, "The man") == chain_of(article, "John Smith")


def test_who_adds_something_is_who_spoke(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Tom Lee announced that Bob Fox planned to sign the bill, adding that he supported the decision."
    )
    assert chain_of(article, "he") == chain_of(article, "Tom Lee")


def test_whose_chairman_he_is_does_not_name_his_state(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Representative Ben Roth of Nevada, the committee’s Republican chairman, spoke.\n"
        "The committee said it would vote."
    )
    nevada = chain_of(article, "Nevada")
    assert [mention.span.text for mention in article.mentions if mention.chain == nevada] == ["Nevada"]


def test_who_tells_of_a_man_is_not_the_man(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Mr Lee said the man was well equipped. Mr Lee said police told him the man slipped."
    )
    assert not [mention for mention in article.mentions if mention.span.text == "the man" and mention.chain is not None]


def test_who_says_no_and_says_more_is_one(transformer: Transformer) -> None:
    article = transformer.annotate_prose(
        "Joe Fox spoke.\nTom Lee said he would leave at noon, and said he “looks forward to being vindicated.”"
    )
    lee = chain_of(article, "Tom Lee")
    assert [chain_of(article, "he", place) in (lee, None) for place in (0, 1)] == [True, True]
