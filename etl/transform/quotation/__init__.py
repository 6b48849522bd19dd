"""Quotation marks: which characters open and close what."""

from etl.transform.quotation.matcher import find_quotations
from etl.transform.quotation.quotation import Quotation, QuotationKind

__all__ = ["Quotation", "QuotationKind", "find_quotations"]
