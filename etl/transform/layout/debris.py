"""What a web page leaves behind around an article: controls, teasers, notices, the beginnings of comments and links.

A line is debris for what it is made of, not for what it says: all its words belong to a page's controls, or it opens
as a page's labels do, or it speaks to the reader as a site's notices do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache

from etl.transform.layout.release import ends_release, opens_release
from etl.transform.layout.vocabulary import CONTROLS, FUNCTION_WORDS, PAGE_WORDS, REQUESTS
from etl.transform.layout.wire import is_take_mark


class Debris(Enum):
    """Kinds of debris."""

    CODE = auto()  # what a script or a style sheet left
    CONTROL = auto()  # "Print", "Share this story", "3 comments"
    TEASER = auto()  # "Read more: ..."
    NOTICE = auto()  # "Your email address will not be published."
    COMMENTS = auto()  # a heading over readers' comments
    LINKS = auto()  # a heading over links to other articles
    END = auto()  # "###", "Notes to editors:"


_MAX_CHARS = 1_500
_MAX_CONTROL_WORDS = 16
_MAX_TEASER_WORDS = 40
_MAX_POINTER_WORDS = 18
_MAX_UNOPENED_NOTICE_CHARS = 300

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COUNT = re.compile(r"\d[\d.,]*(?:k|m|am|pm)?|x")
_END = re.compile(r"(?<!\.)[.!?][\"'”’)\]]*$")
_OPENS_QUOTATION = re.compile(r"[\"“‘'«]")

_COMMENTS = re.compile(
    r"""(?:\(?\d[\d,.]*\)?\s*)?(?:(?:all|new|most\ recent|latest|reader|readers['’]?|user|your|view|show|see|load)\s)*
    (?:comments?|responses?|replies|reactions?|discussions?|conversation|talkbacks?|trackbacks?|pingbacks?)
    \s*(?:\(?\d[\d,.]*\)?|(?:on|to|for)\s[“"‘'«].*|so\sfar|yet)?\s*[:»›]?
    |\d[\d,.]*\s(?:comments?|responses?|replies|thoughts?|reactions?)\s(?:on|to|for)\s\S.*
    |(?:leave|post|write|add)\s(?:a|your|the\sfirst)\s(?:comment|reply|response)s?\W*
    |join\s(?:the|our)\s(?:conversation|discussion|debate)\W*|have\syour\ssay\W*|what\sdo\syou\sthink\W*
    |be\sthe\sfirst\sto\s(?:comment|reply)\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_LINKS = re.compile(
    r"""(?:related|recommended|similar|more|other|latest|recent|popular|trending|top|previous|next|further|most\s\w+)
    \s(?:(?:news|top|popular|recent|great|must-read)\s)?
    (?:articles?|stor(?:y|ies)|posts?|news|coverage|reading|content|topics?|links?|videos?|items?|reads?|headlines)
    (?:\s(?:from|in|on|about|by|for)\s.{1,40})?\W*
    |(?:related|recommended|trending(?:\snow)?|read\s(?:more|also|next)|also\sread|see\salso|most\s(?:read|popular|viewed
      |shared|commented|emailed|watched))\W*
    |(?:more|also)\s(?:from|on|in|by)(?:\s\S+){1,3}|(?:you\s(?:may|might)(?:\salso)?\s(?:like|be\sinterested|enjoy).{0,20})
    |(?:recommended|more|stories)\sfor\syou|(?:from|around)\s(?:the|our)\s(?:web|partners?|network|sponsors?)\W*
    |editor(?:['’]s|s['’]?)?\s(?:picks?|choice)\W*|(?:don['’]t|do\snot)\smiss\W*|what\sto\sread\snext\W*|up\snext\W*
    |(?:promoted|sponsored)(?:\s(?:content|stories|links|posts|by\s.{1,40}))?\W*|about\sthe\s(?:author|writer)s?\W*
    |in\s(?:this|other)\s(?:section|news|stories)\W*|in\scase\syou\smissed\sit\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_TEASER = re.compile(
    r"""(?:[>»›→►•*|\[(-]\s?)*
    (?:
      (?:read\s(?:more|also|next|this|on)|also\sread|see\salso|see\smore|related(?:\s(?:articles?|stor(?:y|ies)
      |coverage|video|content))?
        |more(?:\son\sthis)?|must[\s-]read|recommended|don['’]t\smiss|up\snext|in\spictures|in\sphotos|continue\sreading
        |watch(?:\s(?:now|live|more|this|below|the\svideo))?|listen(?:\snow)?|(?:photo\s)?gallery|slideshow|tags?
        |topics?
        |filed\sunder|posted\sin|categor(?:y|ies)|keywords|labels|sign\sup|subscribe|newsletter|follow(?:\sus)?|share
        |advertisement|sponsored|promoted|previous(?:\s(?:article|story|post))?|next(?:\s(?:article|story|post))?
        |most\s(?:read|popular|viewed)|trending(?:\snow)?|you\smay\s(?:also\s)?like|more\sfrom\s.{1,40}?
        |editor['’]?s['’]?\s(?:picks?|choice)|click\shere|download|permalink|short\slink|e-?mail\sus|contact\sus)
      \s*(?::|\||–|—|»|›|>|→|►|\.\.\.|…|-\s)
      |(?:click|tap|press)\s(?:here|on\s(?:the|this)|the\s(?:link|image|photo|button))\b
      |(?:like|follow|join|find)\s(?:us|me|him|her|them|@\w+)\son\s
      |(?:like|follow|visit)\s(?:the|our|us)\s.{0,30}?\b(?:page|channel|site|feed)\b
      |(?:read|see|view|get|find)\s(?:the|our|more|all)\s(?:(?:full|rest|whole|entire|complete|original|latest)\s)?
        (?:of\s(?:the|this)\s)?(?:article|story|post|report|interview|transcript|text|piece|column|statement|coverage)
        s?\s?(?:here|at|on|in|by|from|via|»|›|→|\[|\(|$)
      |(?:read|see)\s(?:the\srest|more|it\sall)\s(?:of\s.{1,30}\s)?(?:here|at|on|by|in)\b
      |(?:sign|signed)\sup\s(?:for|to|here|now|today)\b|subscribe\s(?:to|for|now|today|here|via)\b
      |(?:story|article|post)\s(?:continues|resumes)\s(?:below|after)
      |(?:this|the)\s(?:story|article|post|video|content)\s(?:continues\sbelow|is\s(?:sponsored
      |available\s(?:only\s)?to))
      |(?:download|get|install|try)\s(?:the|our)\s(?:free\s)?(?:\w+\s)?app\b
      |(?:send|e-?mail|submit)\s(?:us\s)?(?:your|a|news|story)\s(?:tips?|stor(?:y|ies)|letters?|comments?|questions?
      |feedback|photos)
      |(?:got|have)\sa\s(?:news\s|story\s|confidential\s)?tip\b
      |(?:contact|reach|e-?mail|write\sto|tweet)\s(?:the\s(?:author|writer|reporter|editors?)|(?:him|her|us
      |me)\s(?:at|on|via))
      |(?:reach|contact|e-?mail|follow|tweet)\s[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:at|on)\s(?:\S+@|@|twitter|facebook|instagram)
      |(?:skip|jump|go|back|return|scroll)\s(?:to|back\sto)\s(?:the\s)?(?:main|top|content|navigation|home|comments
      |footer)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: The same without a mark after the label, in capitals: "READ MORE Ferry gets a second boat".
_LOUD_TEASER = re.compile(
    r"(?:READ\s(?:MORE|ALSO|NEXT)|ALSO\sREAD|SEE\sALSO|SEE\sMORE|RELATED|WATCH|LISTEN|DON['’]T\sMISS)\s+[“\"‘A-Z0-9].*[a-z].*"
)
_BUTTON = re.compile(
    r"""(?:i\s)?(?:accept|reject|decline|allow|agree|deny)(?:\s(?:all|to\sall|cookies|and\s(?:close|continue)|&\s(?:close|continue)))*
    |got\sit|no,?\sthanks|maybe\slater|not\snow|\d{1,2}[\s-]min(?:ute)?s?\s(?:read|listen|watch)|(?:reading|read)\stime\W.{1,20}""",
    re.IGNORECASE | re.VERBOSE,
)
#: Short lines that point at something on the page, or ask for a click.
_POINTER = re.compile(
    r"""^(?:read|listen|see|watch|view|check\sout|hear|find|click|scroll|swipe)\b.{0,100}\b(?:below|above|here)\W*$
    |\bcan\sbe\s(?:found|read|seen|viewed|heard|watched|downloaded|accessed)\s(?:here|online|below|at\shttp\S+)\W*$
    |\b(?:like|follow|visit|join|share)\s(?:the|our|this|us\son)\s(?:\w+\s)?(?:page|channel|group|feed|post|story
      |article)\W*$
    |^\W?(?:twitter|facebook|instagram|e-?mail)\s?:\s?\S+$|^@\w+\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTER_ENDS = frozenset(
    ("below", "above", "here", "online", "page", "channel", "group", "feed", "post", "story", "article")
)
_NOTICE = re.compile(
    r"""\ball\srights\sreserved\b|\bcopyright\s(?:©|\(c\)|\d{4})|^(?:©|\(c\))\s?(?:copyright\s)?\d{4}|^©\s
    |\b(?:material|article|content|story|website|page)\s(?:may|must|can|should)\s(?:not|only)\sbe\s(?:published
      |reproduced|copied|used|republished|redistributed)
    |\bmay\snot\sbe\s(?:published,|reproduced|republished|redistributed|copied)
    |\b(?:we|this\s(?:web)?site|our\s(?:web)?sites?|our\spartners)\s(?:\w+\s){0,3}uses?\s(?:\w+\s){0,3}cookies\b
    |\b(?:accept|manage|reject|enable|disable|allow)\s(?:all\s)?(?:cookies|javascript|notifications)\b
    |\byour\se-?mail(?:\saddress)?\swill\s(?:not|never)\b|\brequired\sfields\sare\smarked\b
    |\b(?:comments?|commenters?|posts?|submissions)\s(?:\w+\s){0,6}(?:subject\sto\s(?:\w+\s){0,3}(?:moderation
      |review|approval|guidelines|rules|terms)|(?:is|are|will\sbe)\s(?:\w+\s)?(?:moderated|closed|disabled|deleted
      |removed|reviewed|screened))
    |\b(?:comments?|commenters)\s(?:\w+\s){0,6}(?:civil\s(?:discourse|discussion)|abusive|offensive|vulgar|off-topic)
    |\b(?:commenters|users|readers)\s(?:\w+\s){0,12}(?:banned|blocked)\b
    |\byou\smust\s(?:be\s)?(?:logged\sin|log\sin|sign\sin|register|enable|be\sa\s(?:member|subscriber))
    |\b(?:please\s)?(?:log|sign)\s?in\s(?:to|or|with)\s(?:\w+\s){0,3}(?:comment|continue|read|register|access|create
      |subscribe|facebook|google)
    |\b(?:by|when)\s(?:clicking|subscribing|signing\sup|submitting|registering|continuing|using\sthis\s(?:site
      |website)|providing\syour)\b
    |\b(?:terms\s(?:of\s(?:use|service)|and\sconditions|&\sconditions)|privacy\s(?:policy
      |notice))\b(?=.{0,80}(?:privacy|terms|cookie|apply|agree|contact|$))
    |\b(?:sign\sup|subscribe|register)\s(?:\w+\s){0,6}(?:newsletters?|e-?mails?|alerts|updates|free|unlimited|digital)\b
    |\b(?:get|receive|have)\s(?:[\w’'-]+\s){0,8}(?:delivered|sent|straight|directly)\s(?:\w+\s){0,3}your\s(?:inbox
      |e-?mail|phone)
    |\b(?:support|fund)\s(?:our|independent|quality|local|fearless)\s(?:\w+\s)?journalism\b
    |\b(?:become|you\sare\snot)\sa\s(?:\w+\s)?(?:member|subscriber|supporter|patron)\b
    |\b(?:has|have)\s(?:\w+\s)?(?:free|more)\sarticles?\s(?:left|remaining)\b|\balready\sa\s(?:subscriber|member)\b
    |\byou\shave\s(?:reached|read|used)\s(?:\w+\s){0,6}(?:limit|free\sarticles?|articles?\sthis\smonth)
    |\b(?:the\s)?(?:views|opinions)\s(?:\w+\s){0,9}(?:do\snot\s(?:necessarily\s)?(?:reflect|represent)
      |are\s(?:solely\s|those\s|their\sown|the\sauthor))
    |\bthis\s(?:copy\sis\sfor\syour\spersonal|(?:e-?mail|message)\swas\ssent\sto|page\sintentionally
      |content\sis\snot\savailable)
    |\byour\sbrowser\s(?:does\snot|doesn['’]t|is\s(?:out\sof\sdate|not\ssupported))
      |\bjavascript\s(?:is\s)?(?:disabled|required|must)
    |\b(?:will|would)\sdelete\syour\b|\bcaptcha\b|\brobots?\s(?:or|and)\s(?:not\s)?(?:a\s)?humans?\b
    |\bthis\s(?:post|article|story|content)\s(?:may\scontain|contains)\s(?:affiliate|links\sto)\b
      |\baffiliate\s(?:links?|commission)
    |\bwe\s(?:may\s)?(?:earn|receive)\sa\s(?:small\s)?commission\b|\bquotes\s(?:displayed\sin\sreal-time|delayed)\b
    |\breproduction\s(?:\w+\s){0,6}(?:prohibited|without\s(?:\w+\s)?permission)\b
    |^(?:this|the)\s(?:is\sa\s(?:developing|breaking)\s(?:news\s)?(?:story|report)|(?:story|article|post|report
      |piece|headline|page|column)\s(?:has\sbeen|was|will\sbe|is\sbeing)\s(?:\w+\s)?(?:updated|corrected|edited
      |revised|amended|clarified))
    |^(?:this|a\sversion\sof\sthis)\s(?:article|story|piece|column|essay|interview|op-ed)\s(?:also\s)?(?:appears|appeared|ran|was\spublished)\sin\s(?:print|(?:the|our)\s.{2,60}(?:edition|issue|section|magazine|newspaper|page)\b)
    |^(?:\W{0,2}(?:correction|clarification|editor['’]?s['’]?\snote|update)\b.{0,60}?)?(?:an?|the|this)\s(?:earlier
      |previous|prior|original)\s(?:version|edition)\sof\sthis\b
    |^(?:editor['’]?s['’]?|author['’]?s['’]?)\snote\s?[:–—-]|^thanks?(?:\syou)?\sfor\sreading\b|\bforward\s(?:it|this)\sto\sa\sfriend\b
    |\b(?:in|to)\syour\sinbox\b|\byou\s(?:are|['’]re)\sreceiving\sthis\b|^(?:this|the)\s(?:story|article|project|report|series)\s(?:was|is)\s(?:\w+\s)?(?:supported|funded
      |made\spossible)\sby\b
    |\bto\sreport\san?\s(?:error|typo|correction)\b|\bsee\ssomething\swrong\b|\bspotted?\san?\s(?:error|mistake
      |typo)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(
    r"""[}{;()\]\[]+\.?|(?:[.#@*]?[\w-]+[\w\s.#:,>()-]{0,80})\{.{0,200}|[a-z-]{2,30}\s?:\s?[^;]{1,80};(?:\s?\})?
    |(?:var|let|const|function|window\.|document\.|if\s?\()\s?.{0,300}[;{})]|<!--.*|/\*.*|//\s?<?!\[CDATA.*
      |\[/?[a-z_]{3,20}(?:\s\w+=.{1,200})?\]""",
    re.VERBOSE,
)
#: Each alternative above holds one of these.
_NOTICE_TRIGGERS = (
    "rights reserved", "copyright", "©", "(c)", " be ", "cookie", "javascript", "notification", "e-mail", "email",
    "required fields", "comment", "post", "submission", "users", "readers", "must ", "sign", "log", "clicking",
    "subscribing", "submitting", "registering", "continuing", "using this", "providing your", "terms", "privacy",
    "subscribe", "register", "inbox", "phone", "journalism", "become", "are not a", "article", "already a", "you have",
    "views", "opinions", "this copy", "message", "this page", "content", "browser", "delete your", "captcha", "robot",
    "affiliate", "commission", "quotes", "reproduction", "report a", "see something", "spot", "updated", "corrected",
    "s note", "thank", "forward", "receiving", "supported by", "funded by", "possible by",
    "developing", "earlier version", "previous version", "story",
)  # fmt: skip
#: How a notice may begin; in the middle of an article only lines that begin so are taken for one.
_NOTICE_OPENING = re.compile(
    r"""©|\(c\)|(?:thanks?|author['’]?s['’]?\snote|notice|note|disclaimer|corrections?|clarifications?|update|editor['’]?s['’]?\snote|please|warning
    |attention|copyright|we|our|you|your|by|this|comments?|commenters|all|sign|subscribe|log|register|get|support|become
    |already|opinions|views|terms|privacy|to\s(?:report|comment|continue)|see|spot|required|accept|manage|enable|these
    |quotes|reproduction|material|(?:the|an?)\s(?:earlier|previous|prior|original|material|content|views|opinions|version))\b""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=4096)
def debris_of(line: str) -> Debris | None:
    """What kind of debris ``line`` is by itself, or ``None``."""
    if not line or len(line) > _MAX_CHARS:
        return None
    words = len(line.split())
    return next((kind for kind, most_words, fits in _KINDS if words <= most_words and fits(line)), None)


def _is_pointer(line: str) -> bool:
    last = line.rsplit(None, 1)[-1].casefold().strip(".:!,)»›→")
    return (last in _POINTER_ENDS or "@" in last or last.startswith("http")) and _POINTER.search(line) is not None


def _is_notice(line: str) -> bool:
    line = line.lstrip("•*·–— -")
    opens = _NOTICE_OPENING.match(line) is not None
    if not opens and len(line) > _MAX_UNOPENED_NOTICE_CHARS:
        return False
    folded = line.casefold()
    if not any(word in folded for word in _NOTICE_TRIGGERS):  # spares most lines the long pattern
        return False
    match = _NOTICE.search(line)
    return match is not None and (opens or len(match.group()) > len(line) / 3)


def _is_control(line: str) -> bool:
    """Whether all words of ``line`` belong to a page's controls."""
    tokens = _TOKEN.findall(line.casefold())
    if not tokens:
        return True  # rules, bullets, arrows
    named = [token for token in tokens if not _COUNT.fullmatch(token)]
    if not named:
        return False
    controls = sum(token in CONTROLS for token in named)
    page_words = sum(token in PAGE_WORDS and token not in FUNCTION_WORDS for token in named)
    if any(token not in CONTROLS and token not in PAGE_WORDS and token not in FUNCTION_WORDS for token in named):
        return False
    asks = named[0] in REQUESTS
    if _END.search(line) or _OPENS_QUOTATION.match(line):
        return asks and controls + page_words >= 2 and not _OPENS_QUOTATION.match(line)
    return controls >= 1 or (asks and page_words >= 2) or page_words >= 3


#: The kinds in the order in which they are tried, with the most words that each may have.
_KINDS: tuple[tuple[Debris, int, Callable[[str], object]], ...] = (
    (Debris.COMMENTS, _MAX_CONTROL_WORDS, _COMMENTS.fullmatch),
    (Debris.LINKS, _MAX_CONTROL_WORDS, _LINKS.fullmatch),
    (Debris.END, _MAX_CONTROL_WORDS, ends_release),
    (Debris.CODE, _MAX_TEASER_WORDS, _CODE.fullmatch),
    (Debris.TEASER, _MAX_TEASER_WORDS, _LOUD_TEASER.fullmatch),
    (Debris.CONTROL, _MAX_TEASER_WORDS, is_take_mark),
    (Debris.CONTROL, _MAX_CONTROL_WORDS, _BUTTON.fullmatch),
    (Debris.NOTICE, _MAX_TEASER_WORDS, opens_release),
    (Debris.TEASER, _MAX_TEASER_WORDS, _TEASER.match),
    (Debris.TEASER, _MAX_POINTER_WORDS, _is_pointer),
    (Debris.NOTICE, _MAX_CHARS, _is_notice),
    (Debris.CONTROL, _MAX_CONTROL_WORDS, _is_control),
)
