"""What the sample articles share. Expected values come from reading the articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from etl.extract import find_inputs, read_file
from etl.language import load_pipeline
from etl.link.link import link_pending
from etl.load.articles import AnnotatedDocument, read_waiting, write_articles
from etl.load.documents import write_files
from etl.load.ledger import begin_run
from etl.records import Article, ExtractedFile
from etl.transform.article import Transformer

SEEDS = Path(__file__).parents[3] / "seeds/articles"

Sample = tuple[ExtractedFile, Article]


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    transformer = Transformer(load_pipeline())
    files = [read_file(path) for path in find_inputs([str(SEEDS)]) if isinstance(path, str)]
    return [(file, transformer.annotate(file.documents[0])) for file in files]


def _load(connection: Connection, samples: list[Sample]) -> None:
    run = begin_run(connection, command="test", version="0", pipeline="test")
    for file, article in samples:
        write_files(connection, run, [file])
        (waiting,) = read_waiting(connection)
        write_articles(connection, run, "test", [AnnotatedDocument(waiting.document_id, article)])
    connection.commit()
    link_pending(connection)


def test_what_the_samples_share(database: Connection, samples: list[Sample]) -> None:
    _load(database, samples)
    query = """
        select substring(d.text from start_char + 1 for end_char - start_char) as words, is_quotation, direction,
               article_id, other_article_id
        from news.passages
        join raw.documents as d on d.document_id = article_id
    """
    shared = [tuple(row) for row in database.execute(text(query))]

    insult = {row[1:2] + row[3:] for row in shared if "insult to the families" in row[0]}
    assert insult == {(True, 1, 2), (True, 1, 3), (True, 2, 3)}, "McCain's words are a quotation in all three"

    (killed,) = (row for row in shared if "have killed American soldiers in the past" in row[0])
    assert killed[0] == "Some of the Iran-backed Shiite militias at the base have killed American soldiers in the past"
    assert killed[1:] == (False, "article_first", 1, 2), "copied prose; the first says 'told us', the second credits"

    (command,) = (row for row in shared if "no real command and control" in row[0])
    assert command[1] is True
    assert command[3:] == (1, 4)
    assert not any(5 in row[3:] for row in shared), "the fifth shares no words with the others"
