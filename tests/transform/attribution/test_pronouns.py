"""Who "he" and "she" are that say something, among several people: if one of these fails, a report credits somebody
with what another said of him."""

from __future__ import annotations

import pytest

from tests.transform.reading import name_of, read


def _last_speaker(text: str) -> str | None:
    """The name of who makes the last statement."""
    article = read(text)
    return name_of(article, article.attributions[-1].speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the speaker of the sentence before, not whom it was said of
        ("Detective James Orr said Robert Nash had confessed. He said a second man was sought.", "James Orr"),
        (
            "Mr Walter Ames said boat owner Gary Poole was told to wait. “A week later he had one,” he told the jury.",
            "Walter Ames",
        ),
        ("Coach Neil West said Liam Ford would miss the final. “He is gutted,” he said.", "Neil West"),
        ("Brooks's lawyer, Ian Webb, said Paul Carter had paid the men. He said there were receipts.", "Ian Webb"),
        ("Chief Executive Mark Doyle said Brian Hart had resigned. “It was time,” he said.", "Mark Doyle"),
        # another that speaks in between takes over
        ("John Harker said Peter Lund had known. Lund denied it. He said he was told in June.", "Peter Lund"),
        # nobody whom a tag's own sentence names
        ("Boris Kent called Adam Frey unfit for office. Frey, he said, had lied twice.", "Boris Kent"),
        ("According to David Lowe, the engineer Paul Kerr was warned. Kerr was ignored, he said.", "David Lowe"),
        # but "he" before a tag may be the same
        ("Tom Clark bought the mine in May. He has found a buyer, he said.", "Tom Clark"),
        # and who is quoted in the same sentence goes on
        ("Dan Blake agreed: “We should go home”, he argued.", "Dan Blake"),
        # "him" in her words is not she
        ("Rita Scott can be heard shouting at the guards. “Don't shoot him,” she says.", "Rita Scott"),
    ],
)
def test_who_spoke_goes_on_to_speak(text: str, speaker: str) -> None:
    assert _last_speaker(text) == speaker


def test_a_tag_behind_what_befell_another() -> None:
    text = "“No shop will ask for that,” Wanda Pruitt said. A 77-year-old woman lost $2,400 last week, she said."
    assert _last_speaker(text) == "Wanda Pruitt"
