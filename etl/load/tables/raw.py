"""Schema raw: what came in. Texts are never edited; metadata beside them are, and leave their history."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

from etl.load.tables.base import RAW, key, metadata, one_of, reference
from etl.records import FileStatus, RunStatus, Stage

runs = Table(
    "runs",
    metadata,
    key("run_id", "Key of the run."),
    Column("command", Text, nullable=False, comment="The command that started it, without secrets."),
    Column("started_at", DateTime(timezone=True), nullable=False, comment="When it began."),
    Column("ended_at", DateTime(timezone=True), comment="When it ended; null while it runs or when it was killed."),
    Column("status", Text, nullable=False, comment="running, done, done_with_rejects, interrupted, failed or killed."),
    Column("version", Text, nullable=False, comment="Version of newstrace."),
    Column(
        "pipeline", Text, nullable=False, comment="Fingerprint of the language pipeline and the rules that annotate."
    ),
    Column("files", Integer, nullable=False, server_default="0", comment="Input files that it took up."),
    Column("documents", Integer, nullable=False, server_default="0", comment="Documents that it loaded."),
    Column("duplicates", Integer, nullable=False, server_default="0", comment="Documents that were known already."),
    Column("articles", Integer, nullable=False, server_default="0", comment="Articles that it annotated."),
    Column("rejects", Integer, nullable=False, server_default="0", comment="Things that it could not load."),
    Column("error", Text, comment="What ended it, if it failed."),
    one_of("status", RunStatus),
    schema=RAW,
    comment="One run of the pipeline.",
)

files = Table(
    "files",
    metadata,
    key("file_id", "Key of the file."),
    Column("path", Text, nullable=False, comment="Absolute path, or - for standard input."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of its bytes, in hexadecimal."),
    Column("size_bytes", BigInteger, nullable=False, comment="Its size in bytes."),
    Column("media_type", Text, nullable=False, comment="Its media type, such as text/plain."),
    Column(
        "status", Text, nullable=False, comment="loaded, duplicate (all in it was known already), rejected or partial."
    ),
    reference("run_id", "raw.runs.run_id", "The run that took it up.", index=True),
    Column("loaded_at", DateTime(timezone=True), nullable=False, comment="When its rows were committed."),
    UniqueConstraint("path", "sha256"),
    Index(None, "sha256"),
    one_of("status", FileStatus),
    schema=RAW,
    comment="One input file as a run saw it: the same path with other bytes is another row.",
)

documents = Table(
    "documents",
    metadata,
    key("document_id", "Key of the document."),
    reference("file_id", "raw.files.file_id", "The file that it came in.", index=True),
    Column("position", Integer, nullable=False, comment="Its place among the documents of the file, from 0."),
    Column(
        "text", Text, nullable=False, comment="The decoded text, unchanged; every range counts its characters from 0."
    ),
    Column("text_sha256", Text, nullable=False, comment="SHA-256 of the text in UTF-8, in hexadecimal."),
    Column(
        "identity_sha256",
        Text,
        nullable=False,
        unique=True,
        comment="SHA-256 of the text with its supplied URL and outlet: the same one twice is the same document.",
    ),
    Column("reader", Text, nullable=False, comment="Which reader made it, with its version."),
    Column("encoding", Text, nullable=False, comment="The encoding that the bytes were decoded with."),
    Column("supplied_url", Text, comment="URL, as supplied beside the text."),
    Column("supplied_outlet", Text, comment="Outlet, as supplied."),
    Column("supplied_author", Text, comment="Author, as supplied."),
    Column("supplied_published_at", Text, comment="Publication time, as supplied."),
    Column("supplied_language", Text, comment="Language, as supplied."),
    Column("supplied_headline", Text, comment="Headline, as supplied."),
    Column("supplied_other", JSONB, nullable=False, server_default="{}", comment="Whatever else was supplied."),
    reference("run_id", "raw.runs.run_id", "The run that loaded it.", index=True),
    Index(None, "text_sha256"),
    schema=RAW,
    comment="One decoded text.",
)

corrections = Table(
    "corrections",
    metadata,
    reference("document_id", "raw.documents.document_id", "The document.", index=True),
    reference("run_id", "raw.runs.run_id", "The run that found it changed.", index=True),
    Column("field", Text, nullable=False, comment="What was corrected: url, outlet, author, published_at and so on."),
    Column("value_before", Text, comment="What was supplied before; null if nothing was."),
    Column("value_after", Text, comment="What is supplied now; null if nothing is."),
    PrimaryKeyConstraint("document_id", "run_id", "field"),
    schema=RAW,
    comment="One field of the metadata beside a text that a later run found changed and took over.",
)

rejects = Table(
    "rejects",
    metadata,
    key("reject_id", "Key of the reject."),
    Column("path", Text, nullable=False, comment="The file in question."),
    Column("sha256", Text, comment="SHA-256 of its bytes, where they could be read."),
    Column("position", Integer, comment="The document's place in the file, from 0; null for the whole file."),
    Column("stage", Text, nullable=False, comment="extract, transform, load or link."),
    Column("reason", Text, nullable=False, comment="Every reason, a line each."),
    Column("excerpt", Text, nullable=False, server_default="", comment="The beginning of what was rejected."),
    reference("run_id", "raw.runs.run_id", "The run that rejected it.", index=True),
    Column("rejected_at", DateTime(timezone=True), nullable=False, comment="When it was rejected."),
    Column("resolved_at", DateTime(timezone=True), comment="When a later try loaded it; null if none did."),
    Column(
        "dismissed_at",
        DateTime(timezone=True),
        comment="When somebody decided that it need not load; null if nobody did.",
    ),
    Column("dismissed_reason", Text, comment="Why, in their words."),
    # Hashed, for a path may be longer than an ordered index takes.
    Index(None, "path", postgresql_using="hash"),
    one_of("stage", Stage),
    schema=RAW,
    comment="One thing that could not be loaded, and why.",
)

deployments = Table(
    "deployments",
    metadata,
    Column("part", Text, primary_key=True, comment="view, or reference, and its name."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of the file that it was made from, in hexadecimal."),
    Column("version", Text, nullable=False, comment="Version of newstrace that deployed it."),
    Column("deployed_at", DateTime(timezone=True), nullable=False, comment="When."),
    schema=RAW,
    comment="One part of the database that is rebuilt when its file changes.",
)
