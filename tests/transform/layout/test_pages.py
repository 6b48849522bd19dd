"""Pages of many kinds, written by hand. What a user would lose: body text, or debris that becomes quotes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Lay = Callable[..., Any]

WIRE = """\
UPDATE 2-Ruritania's central bank raises rates to 12 pct

By Anna Kowalska and Pedro Ruiz

STRELSAU, March 3 (Reuters) - Ruritania's central bank raised its key interest rate to 12 percent on Tuesday, the third
increase this year, saying that inflation remained a threat to the economy.

"We will do what is needed," Governor Rudolf Elphberg told reporters after the meeting in Strelsau.

Analysts had expected an increase of half a point, according to a poll of eleven economists taken last week.

(Additional reporting by John Smith in London; Editing by Mary Jones)
""".replace("year, saying", "year, saying").replace("\nincrease", " increase")


def test_a_wire_story(lay: Lay) -> None:
    page = lay(WIRE)
    assert page.roles() == [
        ("headline", "UPDATE 2-Ruritania's"),
        ("byline", "By Anna"),
        ("body", "STRELSAU, March"),
        ("body", '"We will'),
        ("body", "Analysts had"),
        ("byline", "(Additional reporting"),
    ]
    assert page.authors == ["Anna Kowalska", "Pedro Ruiz"]
    assert page.published is None  # "March 3" names no year
    assert page.layout.dateline.span.text == "STRELSAU, March 3 (Reuters) - "
    assert page.layout.dateline.place.text == "STRELSAU"
    assert page.layout.dateline.agency.text == "Reuters"
    assert page.credits == [("wire", "Reuters")]
    assert page.layout.language == "en"


BROADSHEET = """\
The Daily Courier
Home > World > Europe
Ministers clash over plan to move the capital
Coalition at risk as the smaller party threatens to leave the government over costs
By Eleanor Vance, Political Correspondent
Published: 9:15 PM EDT, 4 October 2016 | Updated: 10:02 AM EDT, 5 October 2016
Share on Facebook
Share on Twitter
Email this article
248 comments
Protesters in front of the parliament on Tuesday. Photograph: Jan Novak/AFP/Getty Images
Ministers clashed openly on Tuesday over a plan to move the capital to the mountains.
"It is madness," the finance minister, Olga Berg, said after a meeting of the cabinet that lasted until midnight.
Advertisement
Read more: Five things to know about the new capital
A spokesman for the prime minister said that no decision had been taken.
What happens next
The cabinet will meet again on Friday.
Sign up for our morning newsletter and never miss a story
Related stories
Mountain villages fear the bulldozers
How Brasilia was built in four years
Most viewed
© 2016 Daily Courier Media Ltd. All rights reserved.
Terms and conditions
Privacy policy
Back to top
"""


def test_a_newspaper_page_without_blank_lines(lay: Lay) -> None:
    page = lay(BROADSHEET)
    assert page.roles() == [
        ("section", "The Daily"),
        ("section", "Home >"),
        ("headline", "Ministers clash"),
        ("subheadline", "Coalition at"),
        ("byline", "By Eleanor"),
        ("dateline", "Published: 9:15"),
        ("boilerplate", "Share on"),
        ("boilerplate", "Share on"),
        ("boilerplate", "Email this"),
        ("boilerplate", "248 comments"),
        ("caption", "Protesters in"),
        ("body", "Ministers clashed"),
        ("body", '"It is'),
        ("boilerplate", "Advertisement"),
        ("boilerplate", "Read more:"),
        ("body", "A spokesman"),
        ("heading", "What happens"),
        ("body", "The cabinet"),
        ("boilerplate", "Sign up"),
        ("boilerplate", "Related stories"),
        ("boilerplate", "Mountain villages"),
        ("boilerplate", "How Brasilia"),
        ("boilerplate", "Most viewed"),
        ("boilerplate", "© 2016"),
        ("boilerplate", "Terms and"),
        ("boilerplate", "Privacy policy"),
        ("boilerplate", "Back to"),
    ]
    assert page.authors == ["Eleanor Vance"]
    assert page.published == ("2016-10-05T01:15:00+00:00", "minute", "9:15 PM EDT, 4 October 2016")
    assert page.layout.outlet == "The Daily Courier"


BLOG = """\
Skip to main content
Menu
Search
A quiet revolution in the harbour
Posted on June 5th, 2017 by Mark O'Leary
7 Comments
Filed under: Trade, Ports

I went down to the harbour last week, and what I saw does not fit what the company tells its owners.

Greta Lind writes in her weekly letter:

The cranes have been silent since April. I asked the foreman why, and he pointed at the sky and laughed.

Nobody at headquarters would talk to me about it, and I have stopped asking.

I think Lind is right, and the numbers bear her out. Freight fell by a third in a single quarter.

Share this:
Tweet
Like this:
Like Loading...
7 thoughts on “A quiet revolution in the harbour”
Jane says:
June 6, 2017 at 8:14 am
Great piece, I have been saying this for years and nobody ever listened to me.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
"""


def test_a_blog_with_a_block_quotation_and_comments(lay: Lay) -> None:
    page = lay(BLOG)
    assert page.headline == "A quiet revolution in the harbour"
    assert page.of_role("body") == [
        "I went down to the harbour last week, and what I saw does not fit what the company tells its owners.",
        "Greta Lind writes in her weekly letter:",
        "I think Lind is right, and the numbers bear her out. Freight fell by a third in a single quarter.",
    ]
    assert [each[:10] for each in page.of_role("block_quotation")] == ["The cranes", "Nobody at "]
    assert page.published == ("2017-06-05T00:00:00+00:00", "day", "June 5th, 2017")
    assert page.authors == ["Mark O'Leary"]
    assert "Great piece, I have been saying this for years and nobody ever listened to me." in page.of_role(
        "boilerplate"
    )


MAIL = """\
Flood warning lifted for the lower valley

The flood warning for the lower valley was lifted on Sunday after the
river fell below the danger mark for the first time in nine days, the
provincial government said. Schools in the three towns along the bank
will open again on Monday.

"We are not out of danger," said the head of the water board, Ilse
Maas, who had ordered the evacuation. "The dikes are soaked, and more
rain is forecast."

About 4,000 people were still living in gyms and halls on Sunday
evening, according to the Red Cross.
"""


def test_text_wrapped_at_a_fixed_width_is_joined(lay: Lay) -> None:
    page = lay(MAIL)
    assert page.roles() == [
        ("headline", "Flood warning"),
        ("body", "The flood"),
        ("body", '"We are'),
        ("body", "About 4,000"),
    ]
    assert page.of_role("body")[1].endswith('rain is forecast."')


def test_text_wrapped_with_indents_for_paragraphs(lay: Lay) -> None:
    text = MAIL.replace("\n\n", "\n    ")
    assert [role for role, _ in lay(text).roles()] == ["headline", "body", "body", "body"]


BROADCAST = """\
WATCH: Rescue workers free boy from well after 30 hours
Image copyright Getty Images
Image caption The boy was flown to a hospital in the capital
A five-year-old boy has been freed from a well in which he had been trapped for more than 30 hours.
Rescue workers dug a second shaft beside the well, which is 40m deep.
"He is tired but well," a doctor told local radio.
You may also like
The village that lives under the ground
Follow us on Twitter @example
Got a story? Email newsroom@example.org
"""


def test_a_broadcaster_page(lay: Lay) -> None:
    page = lay(BROADCAST)
    assert page.roles() == [
        ("headline", "WATCH: Rescue"),
        ("credit", "Image copyright"),
        ("caption", "Image caption"),
        ("body", "A five-year-old"),
        ("body", "Rescue workers"),
        ("body", '"He is'),
        ("boilerplate", "You may"),
        ("boilerplate", "The village"),
        ("boilerplate", "Follow us"),
        ("boilerplate", "Got a"),
    ]


MAGAZINE = """\
OPINION

The case against the case against sleep

We have been told for a century that sleep is idleness. It is time to wake up to the evidence.

Nadia Petrova

Oct. 3, 2018

For a hundred years, those who run factories and armies have told us that sleep is theft. They were wrong about that.

The first good study was done in 1923, in a monastery, by a man who hated to get up.

Nadia Petrova is a professor of physiology at the University of Klow and the author of “Night Work.”

This article appears in the November 2018 print edition.

We use cookies to improve your experience. By continuing to use this site you agree to our cookie policy.
"""


def test_a_magazine_essay(lay: Lay) -> None:
    page = lay(MAGAZINE)
    assert page.roles() == [
        ("section", "OPINION"),
        ("headline", "The case"),
        ("subheadline", "We have"),
        ("byline", "Nadia Petrova"),
        ("dateline", "Oct. 3,"),
        ("body", "For a"),
        ("body", "The first"),
        ("byline", "Nadia Petrova"),
        ("boilerplate", "This article"),
        ("boilerplate", "We use"),
    ]
    assert page.authors == ["Nadia Petrova"]
    assert page.published == ("2018-10-03T00:00:00+00:00", "day", "Oct. 3, 2018")


def test_dates_bylines_and_controls_in_prose_stay_body(lay: Lay) -> None:
    prose = [
        "On June 22, 2015, the two ministers met in a hotel by the lake.",
        "By Monday evening, the fire had reached the edge of the town.",
        "He told us to read the full story in the paper of the next day.",
        "She declined to comment. He would not comment either, and neither would the police.",
        "The photo, taken by a neighbour, shows a man in a red coat (his brother).",
        "Share prices fell by a tenth. Follow-up orders from Europe dried up.",
        "Related companies in Asia said that they would sign the letter too.",
        "The newsletter of the party had told its subscribers to stay at home.",
        "Print media are dying, the editor of the Gazette likes to say at dinners.",
        "Advertisement revenue fell to its lowest level since 2003, the group said.",
        "Read more books, she told the children of the village school on Friday.",
        "Copyright law has not kept up with the machines, the judge wrote in May.",
    ]
    page = lay("A headline for a page of traps\n\n" + "\n\n".join(prose))
    assert page.of_role("body") == prose
    assert page.published is None
    assert page.authors == []


def test_a_page_of_short_sentences_is_all_body(lay: Lay) -> None:
    assert lay("He won.\n\nShe lost.\n\nThey left.").of_role("boilerplate") == []
    assert lay("A short text without a full stop").roles() == [("body", "A short")]


def test_a_repeated_line_is_debris(lay: Lay) -> None:
    sentence = "The council met again on Thursday to talk about the bridge over the river.\n"
    page = lay("The bridge nobody wants\n" + (sentence + "Courier Plus\n") * 4 + sentence)
    assert page.of_role("boilerplate") == ["Courier Plus"] * 4


def test_corrections_and_updates_are_no_body(lay: Lay) -> None:
    sentence = "The council met again on Thursday to talk about the bridge over the river.\n\n"
    page = lay(
        "The bridge nobody wants\n\n" + sentence * 2 + "This story has been updated to include comments from the mayor."
    )
    assert page.of_role("boilerplate") == ["This story has been updated to include comments from the mayor."]


LOCAL = """\
Skip to content
The Ruritania Reader
Home
News
Sports
Opinion
Obituaries
E-Edition
Subscribe
Log In
BREAKING
Tornado watch issued for three counties
LOCAL
County votes to sell hospital after 90 years
Sale to out-of-state chain passes by a single vote
Jane Smith
The Ruritania Reader
Published 5:00 a.m. CT April 4, 2019 | Updated 9:42 a.m. CT April 4, 2019
ZENDA — The county commission voted 3-2 on Wednesday night to sell the 90-year-old county hospital to a foreign chain.
“We had no choice,” said Commissioner Bob Hall, who cast the deciding vote.
View Comments
Nurses in the audience wept.
[More: What the sale means for patients]
“They lied to us,” said Ann Doe, a nurse for 30 years. “They said it would never happen.”
Hide caption
Nurses react to the vote at the county courthouse Wednesday. JAN NOVAK/THE RURITANIA READER
The chain, Care Partners, has promised to keep the emergency room open for five years.
Contact Jane Smith at jsmith@reader.example or follow her on Twitter @jsmith.
Support local journalism: Subscribe to The Ruritania Reader.
Facebook
Twitter
Email
Help Terms of Service Privacy Policy Site Map
© 2019 www.reader.example. All rights reserved.
"""


def test_a_local_paper_with_its_menu_above_the_headline(lay: Lay) -> None:
    page = lay(LOCAL)
    assert page.headline == "County votes to sell hospital after 90 years"
    assert page.of_role("subheadline") == ["Sale to out-of-state chain passes by a single vote"]
    assert page.authors == ["Jane Smith"]
    assert page.published == ("2019-04-04T10:00:00+00:00", "minute", "5:00 a.m. CT April 4, 2019")
    assert page.layout.dateline.place.text == "ZENDA"
    assert [each.split()[0] for each in page.of_role("body")] == ["ZENDA", "“We", "Nurses", "“They", "The"]
    assert page.of_role("caption")[-1].startswith("Nurses react to the vote")


def test_an_agency_mark_without_a_place_is_no_headline(lay: Lay) -> None:
    sentence = "The justices will hear the case on an expedited basis, skipping the appeals court."
    page = lay(f"(AP) The Supreme Court agreed Friday to decide whether the bridge may stay.\n\n{sentence}")
    assert page.headline is None
    assert len(page.of_role("body")) == 2


def test_dates_that_head_the_entries_of_a_chronicle_are_headings(lay: Lay) -> None:
    entry = "The council met on the island to talk about the bridge over the river again."
    days = [f"{month} 4, 2019" for month in ("March", "April", "May", "June")]
    opening = "Few quarrels in the valley have lasted as long, or cost as many friendships, as this one."
    page = lay(f"The story of the bridge\n\n{opening}\n\n" + "\n\n".join(f"{day}\n\n{entry}" for day in days))
    assert page.published is None
    assert page.of_role("heading") == days


def test_the_first_paragraph_is_no_headline_where_the_headline_came_beside_the_text(lay: Lay) -> None:
    """Feeds bring the headline in a field of its own: the lead would be lost, with what it says and whom it credits."""
    lead = "Freezing the fares would bring in some $7 million a year."
    body = "The council voted on Monday to close the bridge, and said that it would open again in three years."
    page = lay(f"{lead}\n\n{body}", headline="Fare freeze would raise $7m")
    assert page.headline == "Fare freeze would raise $7m"
    assert page.of_role("body") == [lead, body]


def test_a_headline_that_ends_as_a_sentence_is_found_beside_a_longer_one(lay: Lay) -> None:
    body = "The council voted on Monday to close the bridge, and said that it would open again in three years."
    page = lay(f"Nobody wants the new bridge.\n\n{body}", headline="Nobody wants the new bridge - The Echo")
    assert page.of_role("headline") == ["Nobody wants the new bridge."]
