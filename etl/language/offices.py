"""Offices that stand before people's names and are no part of them: "Secretary of State", "Chief of Staff".

Their last words look like the first words of a name ("State Condoleezza Rice"), so training puts them before
people (`recipe/augment.py`), and `office_tails.py` cuts them off.
"""

from __future__ import annotations

from itertools import product

from etl.language.word_lists import words_of

# What is headed by a minister, a secretary, a commissioner.
_FIELDS = """
State|Defense|Defence|War|the Interior|Interior|the Treasury|Treasury|Health|Health and Human Services|Education
|Finance|Foreign Affairs|External Affairs|International Affairs|Home Affairs|Internal Affairs|Justice|Labor|Labour
|Commerce|Trade|Industry|Energy|Transport|Transportation|Agriculture|Housing|Housing and Urban Development
|Veterans Affairs|Homeland Security|Homeland Defense|the Army|the Navy|the Air Force|Culture|Tourism|Sport|Sports|Oil
|Petroleum|Information|Communications|Religious Affairs|Women 's Affairs|Planning|Public Works|Public Safety
|Public Security|State Security|National Security|National Defense|National Defence|Immigration|Migration
|the Environment|Environment|Climate|Climate Change|Water|Science|Technology|Higher Education|Social Affairs
|Social Development|Economic Affairs|Economy|the Economy|Political Affairs|European Affairs|Military Affairs
|Parliamentary Affairs|Legal Affairs|Near Eastern Affairs|African Affairs|International Development
|International Trade|Work and Pensions|Foreign Affairs and Trade
"""
_HEADS = """
Secretary|Under Secretary|Undersecretary|Deputy Secretary|Assistant Secretary|Permanent Secretary
|Secretary of State|Under Secretary of State|Undersecretary of State|Assistant Secretary of State
|Deputy Assistant Secretary of State|Minister|Deputy Minister|Vice Minister|Minister of State|Shadow Minister
|Commissioner
"""
# Offices of a field before their head: "Foreign Secretary", "Shadow Home Secretary".
_SHORT_FIELDS = """
Foreign|Home|Defense|Defence|Treasury|Interior|Justice|Finance|Health|Education|Energy|Labor|Labour|Commerce|Trade
|Business|Transport|Transportation|Agriculture|Environment|Culture|Oil|Information|Homeland Security|Work and Pensions
|Prime|Housing|Economy|Security|Planning|Interior
"""
_SHORT_HEADS = "Secretary|Minister"
_OTHERS = """
Chancellor of the Exchequer|Lord Chancellor|Lord Chief Justice|Lord Mayor|Master of the Rolls|First Minister
|Deputy First Minister|Deputy Prime Minister|Vice President|Vice-President|Vice Chancellor|Shadow Chancellor
|Attorney General|Attorney-General|Deputy Attorney General|Assistant Attorney General|Solicitor General
|Surgeon General|Inspector General|Auditor General|Comptroller General|Governor General|Governor-General
|Secretary General|Secretary-General|Under-Secretary-General|Deputy Secretary-General|Deputy Secretary General
|Director General|Director-General|Postmaster General|Advocate General
|Chief of Staff|Deputy Chief of Staff|Chief of Defence Staff|Chief of the Defence Staff|Chief of Naval Operations
|Chief of the General Staff|Chief of Police|Chief Justice|Associate Justice
|Chief Minister|Chief Executive|Chief Executive Officer|Chief Financial Officer|Chief Operating Officer
|Chief Constable|Commander in Chief|Commander-in-Chief|Supreme Leader|Grand Ayatollah|Crown Prince
|Speaker of the House|Speaker of Parliament|Speaker of the Parliament|House Speaker|Leader of the House
|Leader of the Opposition|Majority Leader|Minority Leader|House Majority Leader|House Minority Leader
|Senate Majority Leader|Senate Minority Leader|Majority Whip|Minority Whip|Chief Whip|President of the Senate
|President pro tempore|President-elect
|Director of National Intelligence|Director of Central Intelligence|Director of Public Prosecutions
|Director of Operations|Director of Communications|National Security Adviser|National Security Advisor|Press Secretary
|Chancellor of the Duchy of Lancaster|District Attorney|State Attorney|State Senator
|State Representative|State Treasurer|State Secretary|City Manager|Chief Inspector|Police Chief|Fire Chief
|Member of Parliament|Member of Congress|General Secretary|First Secretary|Special Envoy|Special Representative
|Special Counsel|Special Rapporteur|High Commissioner|High Representative
|Ambassador-at-Large|Chargé d'Affaires|Chief Negotiator
"""
#: Bodies in an office's words, which keep their own name.
BODIES = frozenset(words_of("House Senate Congress Parliament Treasury Army Navy"))
#: Words before an office that belong to it.
BEFORE = frozenset(words_of("the then former acting shadow deputy incoming outgoing ex"))


def office_phrases() -> list[tuple[str, ...]]:
    """All the offices as token tuples, a longer one beside the shorter one that it holds."""
    fields, heads = _split(_FIELDS), _split(_HEADS)
    phrases = {f"{head} {link} {field}" for head, link, field in product(heads, ("of", "for"), fields)}
    phrases.update(f"{field} {head}" for field, head in product(_split(_SHORT_FIELDS), _SHORT_HEADS.split("|")))
    phrases.update(_split(_OTHERS))
    return sorted(_tokens(phrase) for phrase in phrases)


def _split(block: str) -> list[str]:
    return [" ".join(name.split()) for name in " ".join(block.split()).split("|")]


def _tokens(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").replace("d'A", "d' A").split())
