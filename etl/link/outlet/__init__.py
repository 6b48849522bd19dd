"""Outlets that articles credit, address or relay: from names as written to rows of ``news.outlets``."""
