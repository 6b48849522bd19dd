"""Names of outlets folded for look-up, so that 'The Guardian' and 'guardian' meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_APOSTROPHES_AND_POINTS = re.compile(r"['’‘ʼ`´.]")
_NO_WORD = re.compile(r"[\W_]+")

#: Sites that give everybody a host name of his own.
_HOSTS_OF_MANY = frozenset(
    [
        "beehiiv.com",
        "blog.com",
        "blogger.com",
        "canalblog.com",
        "free.fr",
        "ghost.io",
        "github.io",
        "gitlab.io",
        "hatenablog.com",
        "hypotheses.org",
        "livejournal.com",
        "medium.com",
        "neocities.org",
        "netlify.app",
        "over-blog.com",
        "pages.dev",
        "squarespace.com",
        "substack.com",
        "tumblr.com",
        "typepad.com",
        "vercel.app",
        "weebly.com",
        "wixsite.com",
        "wordpress.com",
    ]
)


def fold_outlet_name(name: str) -> str:
    """The look-up key of an outlet's name: lower case, no accents or punctuation, no leading 'the'.

    A host name stays one, without 'www.'. Two names with one key are one name: 'N.Y. Times' and 'NY Times',
    'The Guardian' and 'guardian', 'www.example.com' and 'Example.com'.
    """
    plain = " ".join(name.split())
    if _HOST.fullmatch(plain):
        return fold_host(plain)
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    words = _NO_WORD.sub(" ", _APOSTROPHES_AND_POINTS.sub("", bare)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def fold_host(host: str) -> str:
    """A host name in lower case, without 'www.' or a closing point."""
    return host.casefold().rstrip(".").removeprefix("www.")


def host_of(url: str | None) -> str | None:
    """The host of an address, folded; ``None`` where it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return fold_host(host) if host and _HOST.fullmatch(host) else None


def hosts_above(host: str) -> Iterator[str]:
    """``host`` and the domains that it belongs to, nearest first: 'edition.cnn.com', 'cnn.com'.

    Who writes at 'somebody.substack.com' is somebody, not Substack: such a domain is not among them.
    """
    yield host
    labels = host.split(".")
    for first in range(1, len(labels) - 1):
        domain = ".".join(labels[first:])
        if domain in _HOSTS_OF_MANY or labels[first] == "blogspot":
            return
        yield domain
