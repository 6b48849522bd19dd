"""What a user would lose: body text taken for page furniture, or furniture that is counted as speech."""

from __future__ import annotations

import pytest

from etl.transform.layout.credit import is_caption, is_credit
from etl.transform.layout.debris import Debris, debris_of


@pytest.mark.parametrize(
    "line",
    """\
Print
Print this page
Email
Share this article
Share on Facebook Tweet
Tweet this
Facebook Twitter LinkedIn WhatsApp
1.2K Shares
12 comments
View comments (7)
Show all comments
Comments are closed.
Leave a comment
Add your comment
Log in to comment
You must be logged in to post a comment.
Comments are subject to moderation and may not appear immediately.
Subscribe
Subscribe now for unlimited access
Sign up for our newsletter
Sign up to receive breaking news alerts by email
Get the day's top stories delivered to your inbox
Already a subscriber? Log in
You have reached your limit of free articles this month.
We use cookies to give you the best experience on our website.
Accept all cookies
By clicking "Sign up" you agree to our terms of use.
Privacy policy
Terms of service
Advertisement
ADVERTISEMENT - CONTINUE READING BELOW
Story continues below advertisement
Sponsored content
Read more: The towns that the river took
READ ALSO: Minister denies he ever saw the letter
Related: How the bridge was lost
Click here to download our app
Download our free app
Watch the full interview below.
Scroll down for video
Follow us on Twitter
Follow @annerow on Twitter
Like us on Facebook
Contact the author at anne@example.org
Back to top
Skip to content
Load more
Loading...
Previous article
Next post
Most read
Trending now
Recommended for you
You may also be interested in
More from Politics
Tags: bridges, rivers, councils
Filed under: Politics
© 2016 Example Media. All rights reserved.
Copyright 2015 The Example Company. All rights reserved. This material may not be published, broadcast or rewritten.
The views expressed in this article are the author's own and do not necessarily reflect those of the paper.
This story has been corrected to fix the spelling of the mayor's name.
To report an error, write to the editors.
.share-button { color: #fff; }
-->
* * *
_______""".splitlines(),
)
def test_debris(line: str) -> None:
    assert debris_of(line) is not None


@pytest.mark.parametrize(
    "line",
    """\
The president said on Monday that he would not comment on the letter.
He declined to comment.
“Read my lips,” he said.
She would not share her notes.
The video shows a man in a red coat.
Comments on religion spark outrage in three cities
Twitter to cut a tenth of its staff
Facebook shares fall after outage
Email is dying, and nobody writes letters
New cookie law angers small companies
More articles of impeachment are expected on Friday.
We will fight on.
You can see more of it every day.
All of us are here to stay.
Follow the money, an old reporter told me.
Print sales fell by 12 percent.
Subscribers left in droves after the price went up.
The most popular of the three candidates is a former judge.
The newspaper apologised for the article on its home page.
In a statement, the company said it used cookies to follow its users.
The police asked readers to call a special number.
The terms of the deal were not disclosed.
Next week, the court will hear the first of forty witnesses.
Related charges were dropped last year.
It was the first time that a minister had left for such a reason.
Register offices will be open on Sunday, the ministry said.
Sign language interpreters walked out on Tuesday.
Watch makers in the valley have lost half of their orders.
Gallery owners, restaurateurs and hotel managers joined the march.
12 people were killed.
By contrast, the subscribers of the old paper were loyal.""".splitlines(),
)
def test_prose_and_headlines_are_no_debris(line: str) -> None:
    assert debris_of(line) is None
    assert not is_credit(line)
    assert not is_caption(line)


@pytest.mark.parametrize("line", ["Comments", "7 Responses", "3 thoughts on “The bridge”", "Join the conversation"])
def test_headings_over_comments(line: str) -> None:
    assert debris_of(line) is Debris.COMMENTS


@pytest.mark.parametrize("line", ["Related stories", "Most popular", "More from World", "Editor's picks", "Read next"])
def test_headings_over_links(line: str) -> None:
    assert debris_of(line) is Debris.LINKS


@pytest.mark.parametrize(
    "line",
    """\
Photo: Anne Roe
Photo by Anne Roe
Photograph: Anne Roe/AFP
AP Photo/Anne Roe
Anne Roe/Reuters
Anne Roe / Getty Images
Anne Roe via Getty Images
Getty Images
REUTERS/Anne Roe
Image credit: Anne Roe
Credit: Anne Roe
Courtesy of the Roe family
(Photo: Anne Roe)
File photo
Image copyright Getty Images""".splitlines(),
)
def test_photo_credits(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    """\
The bridge over the river in May (Photo: Anne Roe)
The bridge over the river. (AP Photo/Anne Roe)
The mayor, left, with his dog. REUTERS/Anne Roe
The mayor speaks to reporters in Strelsau. Photograph: Anne Roe/AFP
Workers mend the bridge on Monday. Anne Roe/Getty Images
FILE - In this June 22, 2015 file photo, the mayor speaks to reporters in Strelsau.
FILE PHOTO: The mayor speaks to reporters in Strelsau
Image caption The mayor has led the town since 1999
The bridge in winter. (Courtesy of the Roe family)""".splitlines(),
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    """\
The mayor (a lawyer by trade) said that he would mend the bridge.
The story came courtesy of a neighbour, the police said.
The video (which has since been taken down) shows the mayor with his dog.
The group said that it would go to court, Reuters reported.
He works for Reuters/Ipsos, which polls 1,000 people a week.""".splitlines(),
)
def test_prose_that_speaks_of_photos_and_agencies(line: str) -> None:
    assert not is_caption(line)
    assert not is_credit(line)
