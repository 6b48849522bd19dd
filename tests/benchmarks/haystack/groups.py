"""The quotes and claims of older articles, grouped as the generator made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, text

from etl.link.claim import content as claim_content
from etl.link.claim.link import read_printings as read_claim_printings
from etl.link.claim.sense import sense_of
from etl.link.quote import form as quote_form
from etl.link.quote.link import read_printings
from etl.link.rows import insert_missing, write_columns
from etl.load.copy import copy_numbers, copy_rows
from etl.load.tables import (
    claim_fingerprints,
    claim_forms,
    claim_occurrences,
    claim_senses,
    claims,
    quote_fingerprints,
    quote_forms,
    quote_occurrences,
    quotes,
)

# The generator's addresses hold the number of the event.
_EVENTS = text("""
    select article_id, cast(split_part(url, '/', 4) as bigint) as event
    from news.articles
    where article_id = any(:ids)
""")


class Grouper:
    """Enters articles in the order of their keys; it keeps which wordings and groups it has seen.

    The articles of one event have to come to the same one.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._forms: set[int] = set()
        self._senses: set[int] = set()
        self._stories: dict[int, int] = {}
        self._quotes: dict[tuple[int, str], int] = {}
        self._claims: dict[tuple[object, ...], int] = {}

    def enter(self, article_ids: Sequence[int]) -> None:
        """Write the quotes and claims of these articles."""
        events = {row.article_id: row.event for row in self._connection.execute(_EVENTS, {"ids": list(article_ids)})}
        self._enter_quotes(article_ids, events)
        self._enter_claims(article_ids, events)

    def _enter_quotes(self, article_ids: Sequence[int], events: Mapping[int, int]) -> None:
        """A speaker says one thing in an event."""
        groups, forms, occurrences = [], [], []
        fresh: dict[int, quote_form.Form] = {}
        for printing in read_printings(self._connection, article_ids):
            form = quote_form.Form(printing.words, printing.speaker)
            said = events[printing.article_id], printing.speaker
            if said not in self._quotes:
                self._quotes[said] = printing.attribution_id
                groups.append({"quote_id": printing.attribution_id, "text": printing.content, "words": len(form.words)})
            if form.key not in self._forms:
                self._forms.add(form.key)
                fresh[form.key] = form
                forms.append(
                    {
                        "form_key": form.key,
                        "speaker": form.speaker,
                        "words": " ".join(form.words),
                        "information": form.information,
                        "score": 0.0,
                        "quote_id": self._quotes[said],
                    }
                )
            occurrences.append(
                {
                    "attribution_id": printing.attribution_id,
                    "quote_id": self._quotes[said],
                    "article_id": printing.article_id,
                    "start_char": printing.ranges[0].start_char,
                    "end_char": printing.ranges[-1].end_char,
                    "text": printing.content,
                    "content": printing.content,
                    "alteration": "identical",
                    "similarity": 1.0,
                    "form_key": form.key,
                }
            )
        copy_rows(self._connection, quotes, groups)
        insert_missing(self._connection, quote_forms, forms)
        copy_rows(self._connection, quote_occurrences, occurrences)
        copy_numbers(
            self._connection,
            quote_fingerprints,
            ("fingerprint", "form_key", "least_shared"),
            ((each, key, form.least_shared) for key, form in fresh.items() for each in form.fingerprints),
        )

    def _enter_claims(self, article_ids: Sequence[int], events: Mapping[int, int]) -> None:
        """What a subject did to a thing is told once in an event."""
        groups, forms, senses, occurrences = [], [], [], []
        fresh: dict[int, claim_content.Content] = {}
        for article_id in sorted(article_ids):
            self._stories.setdefault(events[article_id], article_id)
        for printing in read_claim_printings(self._connection, article_ids):
            content = printing.content
            key = printing.form_key(content)
            told = events[printing.article_id], printing.subject_name, printing.predicate, printing.counted
            if told not in self._claims:
                self._claims[told] = printing.occurrence_id
                groups.append(
                    {
                        "claim_id": printing.occurrence_id,
                        "text": printing.text,
                        "checkworthiness": printing.checkworthiness,
                        "independent_sources": 1,
                    }
                )
            if key not in self._forms:
                self._forms.add(key)
                fresh[key] = content
                forms.append({"form_key": key, "content": content.written})
            sense = sense_of(key, content, self._stories[events[printing.article_id]])
            if sense.key not in self._senses:
                self._senses.add(sense.key)
                senses.append(
                    {
                        "sense_key": sense.key,
                        "form_key": key,
                        "story_id": sense.story_id,
                        "claim_id": self._claims[told],
                    }
                )
            occurrences.append(
                {"claim_occurrence_id": printing.occurrence_id, "sense_key": sense.key, "claim_id": self._claims[told]}
            )
        copy_rows(self._connection, claims, groups)
        insert_missing(self._connection, claim_forms, forms)
        insert_missing(self._connection, claim_senses, senses)
        write_columns(self._connection, claim_occurrences, "claim_occurrence_id", occurrences)
        copy_numbers(
            self._connection,
            claim_fingerprints,
            ("fingerprint", "form_key"),
            ((each, key) for key, content in fresh.items() for each in claim_content.fingerprints(content)),
        )
