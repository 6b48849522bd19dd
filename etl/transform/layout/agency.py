"""News agencies: their marks on a text ("(AP)", "Reuters") say where the words came from."""

from __future__ import annotations

import re

#: Marks of the world's news agencies, as they stand in datelines and bylines.
AGENCIES = (
    "Agence France-Presse", "Agencia EFE", "Anadolu Agency", "Associated Press", "The Associated Press",
    "Australian Associated Press", "Bloomberg News", "Canadian Press", "The Canadian Press", "Deutsche Presse-Agentur",
    "Kyodo News", "Press Association", "Press Trust of India", "Thomson Reuters", "Thomson Reuters Foundation",
    "United Press International",
    "AAP", "AFP", "AKI", "ANI", "ANSA", "AP", "APA", "Anadolu", "Bloomberg", "CNS", "DPA", "dpa", "EFE", "IANS", "INA",
    "IRNA",
    "ITAR-TASS", "Interfax", "JTA", "KUNA", "Kyodo", "MENA", "PA", "PTI", "Petra", "Reuters", "REUTERS", "RIA Novosti",
    "SANA", "TASS", "UNI", "UPI", "WAM", "Xinhua", "Yonhap",
)  # fmt: skip

_AGENCY = "(?:" + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True)) + ")"
AGENCY = re.compile(rf"(?<!\w){_AGENCY}(?!\w)")
_WHOLE_LINE = re.compile(
    rf"\W{{0,2}}(?:(?i:source|sources|by|from|via|credit|news\s?wire)\s*:?\s+)?(?P<agency>{_AGENCY})(?!\w)"
    rf"(?:\s*[/,&+]\s*{_AGENCY})?\W{{0,2}}"
)


def agency_at(line: str, start: int) -> re.Match[str] | None:
    """The agency's name that begins at ``start``."""
    return AGENCY.match(line, start)


def agency_line(line: str) -> re.Match[str] | None:
    """A line that holds nothing but an agency's mark: its group ``agency``."""
    return None if len(line) > 80 or line.endswith(":") else _WHOLE_LINE.fullmatch(line)
