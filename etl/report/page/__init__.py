"""x"""

from etl.report.story import Story


def render_page(story: Story) -> str:
    return ""
