"""The page's charts: when, who from whom, whose words."""

from etl.report.page.charts.lineage import draw_lineage, lineage_graph
from etl.report.page.charts.timeline import draw_timeline
from etl.report.page.charts.word_kinds import WORD_KINDS, draw_words

__all__ = ["WORD_KINDS", "draw_lineage", "draw_timeline", "draw_words", "lineage_graph"]
