"""What the markup of a page says of its paragraphs, over what their words let suppose."""

from __future__ import annotations

from collections.abc import Sequence

from etl.records import Mark, MarkedRange, ParagraphRole, read_marks
from etl.transform.layout.block import Block

#: Roles that words alone cannot tell for sure; debris, credits, bylines and dates tell themselves.
_SUPPOSED = frozenset(
    {
        ParagraphRole.BODY,
        ParagraphRole.BLOCK_QUOTATION,
        ParagraphRole.HEADING,
        ParagraphRole.SUBHEADLINE,
        ParagraphRole.CAPTION,
        ParagraphRole.SECTION,
    }
)
_ROLES = {
    Mark.HEADING: ParagraphRole.HEADING,
    Mark.QUOTATION: ParagraphRole.BLOCK_QUOTATION,
    Mark.ITEM: ParagraphRole.BODY,
    Mark.ROW: ParagraphRole.CAPTION,  # figures beside the prose; no sentences
}


def with_marks(blocks: Sequence[Block], roles: Sequence[ParagraphRole], written: str | None) -> list[ParagraphRole]:
    """``roles`` with those that the markup tells; ``written`` is the supplied field that holds the marks."""
    marks = {each.start_char: each for each in read_marks(written)}
    return [_role(block, role, marks) for block, role in zip(blocks, roles, strict=True)] if marks else list(roles)


def _role(block: Block, role: ParagraphRole, marks: dict[int, MarkedRange]) -> ParagraphRole:
    marked = marks.get(block.start_char)
    if marked is None or role not in _SUPPOSED or marked.end_char != block.end_char:
        return role
    return _ROLES.get(marked.mark, role)
