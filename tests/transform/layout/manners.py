"""Pages in the manner of many outlets, with what each of their lines is. All are made up; the roles were noted first.

A line is ``role: words``; roles are abbreviated. ``at`` is when the page says that it was published, ``place`` what its
dateline names, ``agency`` the mark in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import ParagraphRole as R

SHORT = {
    "head": R.HEADLINE, "deck": R.SUBHEADLINE, "h2": R.HEADING, "date": R.DATELINE, "by": R.BYLINE, "sec": R.SECTION,
    "body": R.BODY, "quote": R.BLOCK_QUOTATION, "cap": R.CAPTION, "cred": R.CREDIT, "junk": R.BOILERPLATE,
}  # fmt: skip

#: Paragraphs that any page may go on with.
MORE = """
body: Repairs to the bridge would take until September and cost $4.2 million, Tom Hadley, the mayor, told a meeting.
body: “We have never seen it come so fast,” said Anne Lowell, who has run the ferry at Riverton for thirty years.
"""


@dataclass(frozen=True)
class Manner:
    name: str
    page: str
    at: str | None = None
    place: str | None = None
    agency: str | None = None
    #: Whether the layout is known to miss one of its lines.
    is_missed: bool = False

    @property
    def lines(self) -> list[tuple[R, str]]:
        pairs = (line.split(": ", 1) for line in self.page.strip().splitlines() if line)
        return [(SHORT[role], words) for role, words in pairs]

    @property
    def text(self) -> str:
        return "\n\n".join(words for _, words in self.lines)


LEAD = "The river rose by two metres in a night and forty families left their houses, the county said."

#: Openings of a first paragraph: the dateline, the place and the agency in it, and the day that it tells.
DATELINES = (
    ("RIVERTON, May 2, 2024 -- ", "RIVERTON", None, "2024-05-02"),
    ("LONDON, March 3 (Reuters) - ", "LONDON", "Reuters", None),
    ("NEW DELHI: ", "NEW DELHI", None, None),
    ("KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan", "AP", None),
    ("Paris, 12 mai 2020 - ", "Paris", None, "2020-05-12"),
    ("(CNN) ", None, "CNN", None),
    ("(CNN) — ", None, "CNN", None),
    ("WASHINGTON (Jan. 5, 2021) — ", "WASHINGTON", None, "2021-01-05"),
    ("WASHINGTON (Reuters) - ", "WASHINGTON", "Reuters", None),
    ("BEIJING, Sept. 9 (Xinhua) -- ", "BEIJING", "Xinhua", None),
    ("BERLIN (dpa) - ", "BERLIN", "dpa", None),
    ("MOSCOW. May 5 (Interfax) - ", "MOSCOW", "Interfax", None),
    ("SAN FRANCISCO – ", "SAN FRANCISCO", None, None),
    ("SAN FRANCISCO--(BUSINESS WIRE)--", "SAN FRANCISCO", "BUSINESS WIRE", None),
    ("NEW YORK, June 3, 2021 /PRNewswire/ -- ", "NEW YORK", "PRNewswire", "2021-06-03"),
    ("RIVERTON, Ore., April 28, 2024 (GLOBE NEWSWIRE) -- ", "RIVERTON, Ore.", "GLOBE NEWSWIRE", "2024-04-28"),
    ("Geneva, 3 October 2022 – ", "Geneva", None, "2022-10-03"),
    ("GENEVA (3 October 2022) – ", "GENEVA", None, "2022-10-03"),
    ("Nairobi, Kenya | ", "Nairobi, Kenya", None, None),
    ("ISTANBUL ", None, None, None),
    ("Riverton — ", "Riverton", None, None),
    ("Brussels, 7 July 2023 (AFP) - ", "Brussels", "AFP", "2023-07-07"),
    ("[NAIROBI] ", "NAIROBI", None, None),
    ("AMMAN, 12 May 2013 (IRIN) - ", "AMMAN", "IRIN", "2013-05-12"),
    ("St. Paul, Minn. — ", "St. Paul, Minn.", None, None),
    ("Riverton, N.H. (AP) — ", "Riverton, N.H.", "AP", None),
)

MANNERS = (
    Manner(
        "live blog",
        """
head: Riverton flood: families leave their houses as river keeps rising
deck: Live coverage of the flood on the Elbe, with the latest from the county and the ferry.
h2: 14:32
body: 14:32 The river has reached the school, and the families in it are being taken to the church on the hill.
body: 14:05 The ferry has stopped, the county says.
h2: 13:40 BST
body: The bridge is closed to everybody, the mayor said, and the police will turn back whoever tries to cross it.
""",
        is_missed=True,  # a deck that only the entry after it tells from a first paragraph
    ),
    Manner(
        "live blog whose first line is a stamp",
        f"""
body: 14:32 The river has reached the school, and the families who slept there are being taken to the church.
{MORE}
""",
    ),
    Manner(
        "live blog whose first line is a short stamp",
        f"""
body: 14:32 The ferry has stopped
body: 14:05 The river has reached the school
{MORE}
""",
    ),
    Manner(
        "headline behind a label",
        f"""
head: BUSTED: The River Rose By Two Metres And Nobody At The County Would Say So.
body: {LEAD}
{MORE}
""",
    ),
    Manner(
        "headline that asks to look",
        f"""
head: WATCH What The Mayor Does When The River Comes Up Behind Her
body: {LEAD}
{MORE}
""",
    ),
    Manner(
        "press release",
        """
junk: FOR IMMEDIATE RELEASE
date: May 2, 2024
junk: Contact: Maria Okafor, press@county.example, 555-0134
head: Riverton County Closes Bridge Until September
deck: Divers find cracks in two of five pillars
body: RIVERTON, May 2, 2024 -- The bridge over the Elbe at Riverton will stay closed until September.
body: “Nobody should drive over it,” said Anne Lowell, who runs the county’s roads. “We found cracks in two pillars.”
junk: About Riverton County
junk: Riverton County is home to 41,000 people and 212 miles of roads.
junk: Media contact:
junk: Maria Okafor
junk: press@county.example
junk: ###
""",
        at="2024-05-02",
        place="RIVERTON",
    ),
    Manner(
        "embargoed release",
        f"""
junk: EMBARGOED UNTIL 00:01 GMT, Thursday 2 May 2024
head: New survey finds cracks in half of the county’s bridges
{MORE}
junk: ENDS
junk: Notes to editors:
junk: For more information, please contact Maria Okafor on 555-0134 or press@county.example.
""",
    ),
    Manner(
        "contact line above the headline",
        f"""
junk: Contact: press@county.example
head: County closes the bridge at Riverton until September
{MORE}
""",
    ),
    Manner(
        "advertisements inside",
        f"""
head: River rises by two metres in a night at Riverton
junk: Advertisement
body: {LEAD}
junk: ADVERTISEMENT
junk: Article continues below advertisement
{MORE}
junk: Advertisement - story continues below
body: The state has not answered a letter in which the county asked for half of the money, a spokesman said.
""",
    ),
    Manner(
        "sharing controls",
        f"""
head: River rises by two metres in a night at Riverton
by: By Maria Okafor
junk: Share this
junk: Share on Facebook
junk: Share on X (Twitter)
junk: Copy link
junk: Save for later
body: {LEAD}
{MORE}
""",
    ),
    Manner(
        "teasers inside",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
junk: Read more: Ferry gets a second boat after years of waiting
junk: READ MORE Ferry gets a second boat after years of waiting
junk: RELATED: What the county spends on its bridges
{MORE}
junk: Also read | The bridge that nobody wanted
body: The state has not answered a letter in which the county asked for half of the money, a spokesman said.
""",
    ),
    Manner(
        "update and publication times",
        f"""
head: River rises by two metres in a night at Riverton
date: Updated May 4, 2024, 9:15 a.m.
date: Published May 2, 2024, 5:05 p.m.
body: {LEAD}
{MORE}
""",
        at="2024-05-02T17:05",
    ),
    Manner(
        "update note at the end",
        f"""
head: River rises by two metres in a night at Riverton
date: May 2, 2024
body: {LEAD}
{MORE}
junk: This article was updated on May 4, 2024, with the county’s new figures.
junk: This story has been updated to include a statement by the mayor.
""",
        at="2024-05-02",
    ),
    Manner(
        "only an update note",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
junk: This article was updated on May 4, 2024.
""",
    ),
    Manner(
        "correction",
        f"""
head: River rises by two metres in a night at Riverton
date: 2 May 2024
body: {LEAD}
{MORE}
junk: Correction: An earlier version of this article gave a wrong age for Ms Lowell. She is 61, not 16.
junk: • This article was amended on 3 May 2024 to correct the name of the river.
""",
        at="2024-05-02",
    ),
    Manner(
        "image credits",
        f"""
head: River rises by two metres in a night at Riverton
cap: Families leave the school at Riverton on Thursday. Photograph: Jan de Wit/Reuters
cred: Photo: Jan de Wit / The Courier
body: {LEAD}
cred: Image source, Getty Images
cap: Image caption, The ferry at Riverton holds eleven cars
cred: (Jan de Wit / AP)
{MORE}
""",
    ),
    Manner(
        "newsletter",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
junk: Sign up for our morning newsletter
junk: Get the day’s news from the river in your inbox every morning.
junk: By signing up you agree to our terms of use and privacy policy.
{MORE}
junk: Thanks for reading. If you liked this, forward it to a friend.
junk: You are receiving this email because you signed up at courier.example. Unsubscribe
""",
    ),
    Manner(
        "cookie notice",
        f"""
junk: We use cookies to give you the best experience on our site.
junk: Accept all
junk: Manage preferences
head: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
""",
    ),
    Manner(
        "table of figures",
        f"""
head: How the county voted on the bridge
body: {LEAD}
cap: Town | Yes | No
cap: Riverton | 3,412 | 2,987
cap: Lowell | 1,020 | 1,744
{MORE}
""",
    ),
    Manner(
        "table with tabs",
        f"""
head: How the county voted on the bridge
body: {LEAD}
cap: Town\tYes\tNo
cap: Riverton\t3,412\t2,987
cap: Lowell\t1,020\t1,744
{MORE}
""",
    ),
    Manner(
        "list",
        f"""
head: What the county wants to repair first
body: The county says that four things have to be done before the first car can cross the bridge again:
body: - new footings for pillars two and four
body: - a survey of the other three
body: - a second boat for the ferry
{MORE}
""",
    ),
    Manner(
        "wire story with its dateline",
        f"""
head: River rises by two metres in a night
by: By MARIA OKAFOR
by: Associated Press
body: RIVERTON, N.H. (AP) — {LEAD}
{MORE}
by: Associated Press writer Jan de Wit in Lowell contributed to this report.
""",
        place="RIVERTON, N.H.",
        agency="AP",
    ),
    Manner(
        "agency credits at the end",
        f"""
head: River rises by two metres in a night
body: LONDON, March 3 (Reuters) - {LEAD}
{MORE}
by: Reporting by Maria Okafor; Editing by Jan de Wit
""",
        place="LONDON",
        agency="Reuters",
    ),
    Manner(
        "dateline that alone tells the year",
        f"""
head: River rises by two metres in a night
body: RIVERTON, May 2, 2024 -- {LEAD}
{MORE}
""",
        at="2024-05-02",
        place="RIVERTON",
    ),
    Manner(
        "breadcrumbs and reading time",
        f"""
sec: Home > News > Local
head: River rises by two metres in a night at Riverton
date: 2 May 2024
junk: 3 min read
junk: Listen to this article
body: {LEAD}
{MORE}
""",
        at="2024-05-02",
    ),
    Manner(
        "question and answer",
        """
head: “We asked for money in every budget”: an interview with Anne Lowell
deck: The head of the county’s roads office on cracks, ferries and the state.
body: Q: When did you know that the pillars were weak?
body: A: We have known since 2019, and we have asked for money in every budget since then. We got none of it.
body: Q: What will you do now?
body: A: We will close the bridge, and we will run the ferry every twenty minutes until September.
""",
        is_missed=True,  # likewise, before a question
    ),
    Manner(
        "tags and topics at the end",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
junk: Topics: Floods, Riverton, Bridges
junk: Tags
junk: More on this story
junk: The bridge that nobody wanted
junk: Ferry gets a second boat
""",
    ),
    Manner(
        "developing story",
        f"""
head: BREAKING: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
junk: This is a developing story. Please check back for updates.
""",
    ),
    Manner(
        "funding and republication notes",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
junk: This story was supported by a grant from the River Fund.
by: This article was originally published by The Riverton Courier.
junk: Copyright 2024 The Riverton Courier. All rights reserved.
""",
    ),
    Manner(
        "biography at the end",
        f"""
head: River rises by two metres in a night at Riverton
by: By Maria Okafor
body: {LEAD}
{MORE}
by: Maria Okafor is a staff writer at The Riverton Courier.
""",
    ),
    Manner(
        "editor's note at the top",
        f"""
head: River rises by two metres in a night at Riverton
junk: Editor’s note: This story was first published on May 2 and has been updated.
body: {LEAD}
{MORE}
""",
    ),
    Manner(
        "British paper",
        f"""
head: River rises by two metres in a night at Riverton
deck: Forty families leave their houses and the ferry stops as county warns of more rain
by: Maria Okafor in Riverton
date: Thu 2 May 2024 18.05 BST
date: Last modified on Fri 3 May 2024 09.12 BST
body: {LEAD}
{MORE}
""",
        at="2024-05-02T17:05",
    ),
    Manner(
        "Indian paper",
        f"""
head: River rises by two metres in a night at Riverton
by: Maria Okafor | The Riverton Times
date: Updated: May 3, 2024, 09:12 IST
body: RIVERTON: {LEAD}
{MORE}
""",
        at="2024-05-03",
        place="RIVERTON",
    ),
    Manner(
        "comments",
        f"""
head: River rises by two metres in a night at Riverton
body: {LEAD}
{MORE}
body: The state has not answered a letter in which the county asked for half of the money, a spokesman said.
junk: 2 Comments
junk: I told you so in 2019 and nobody listened to me, as nobody ever does in this county.
junk: Log in to reply
""",
    ),
    Manner(
        "prose that looks like furniture",
        """
head: The man who sells advertisements
body: Contact between the two families broke off in 2019, when the ferry stopped and the bridge was closed to cars.
body: At 14:32 the river reached the school, and the families who slept there were taken to the church on the hill.
body: Share prices fell after the county said that the bridge would stay closed until September.
body: This article of faith was updated by the mayor in May 2024, when she said that the bridge would never be rebuilt.
""",
    ),
)
