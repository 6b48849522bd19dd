"""The language that an article is written in."""

from __future__ import annotations

import re

#: Fewer letters than this tell too little.
_MIN_LETTERS = 40
_SAMPLE_CHARS = 1_000
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
#: ISO 639-2/3 codes of the languages most met in news, as ISO 639-1.
_SHORT_CODES = {
    "ara": "ar", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "chi": "zh", "zho": "zh", "dan": "da",
    "deu": "de", "ger": "de", "dut": "nl", "nld": "nl", "ell": "el", "gre": "el", "eng": "en", "est": "et", "fas": "fa",
    "per": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id",
    "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "may": "ms", "msa": "ms", "nor": "no", "pol": "pl",
    "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "tam": "ta", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
}  # fmt: skip


def language_code(tag: str | None) -> str | None:
    """The ISO 639-1 code of a language tag ("en-GB", "eng"); ``None`` if it has none."""
    match = _TAG.fullmatch(tag.strip()) if tag else None
    if match is None:
        return None
    code = match[1].lower()
    return code if len(code) == 2 else _SHORT_CODES.get(code)


def identify(prose: str) -> str | None:
    """The ISO 639-1 code of the language of ``prose``, or ``None`` if it is too short to tell."""
    sample = prose[:_SAMPLE_CHARS].encode("utf-8", "replace").decode("utf-8")
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    from py3langid import classify  # loads numpy and, at the first call, a model of some MB

    code, _ = classify(sample)
    return str(code)
