"""A web page of a paper that does not exist, as papers make them."""

from __future__ import annotations

PARAGRAPHS = (
    "The bridge over the Elbe at Riverton will stay closed until September, the county said on Thursday, after divers"
    " found cracks in two of its five pillars.",
    "“Nobody should drive over it, and nobody should walk under it,” said Anne Lowell, who runs the county’s roads &"
    " waterways office. She said repairs would cost about $4.2 million.",
    "The county asked the state for half of the money in a letter dated April 28. The state has not answered, a"
    " spokesman for the governor said.",
    "Riverton’s mayor, Tom Hadley, said 3,400 people cross the bridge each day. Most of them now take the ferry, which"
    " runs every twenty minutes and holds eleven cars.",
)
QUOTED = (
    "We have known since 2019 that the pillars were weak, and we have asked for money in every budget since then. We"
    " got none of it."
)
HEADLINE = "Riverton bridge stays closed until September"
#: What the paper's data say of the article.
LINKED = """
{"@context": "https://schema.org", "@graph": [
  {"@type": "Organization", "@id": "#org", "name": "The Riverton Courier"},
  {"@type": ["NewsArticle"], "headline": "Riverton bridge stays closed until September",
   "datePublished": "2024-05-02T17:05:00-04:00", "dateModified": "2024-05-03T09:00:00-04:00",
   "author": [{"@type": "Person", "name": "Maria Okafor"}, {"@type": "Person", "name": "Jan de Wit"}],
   "publisher": {"@id": "#org"}, "isBasedOn": "https://wire.example/2024/bridge", "isAccessibleForFree": true,
   "mainEntityOfPage": "https://courier.example/2024/05/02/bridge"}
]}
"""


def page(
    *,
    head: str = "",
    linked: str | None = LINKED,
    headline: str = HEADLINE,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    after: str = "",
    charset: str = "utf-8",
    language: str = "en",
) -> str:
    """A page with navigation, an article, teasers, a cookie notice and a footer around it."""
    data = f'<script type="application/ld+json">{linked}</script>' if linked else ""
    body = "".join(f"<p>{each.replace('&', '&amp;')}</p>" for each in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="{charset}"><title>{headline} | The Riverton Courier</title>
<link rel="canonical" href="https://courier.example/2024/05/02/bridge">{head}{data}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>{headline}</h1>
<div class="share"><a href="#">Share</a> <a href="#">Tweet</a></div>
{body}{after}
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Ferry gets a second boat</a></li></ul></aside>
<div class="cookie-banner">We use cookies to make this site better. <button>Accept all cookies</button></div>
<footer>© 2024 The Riverton Courier. All rights reserved. <a href="/privacy">Privacy policy</a></footer>
</body></html>"""
