"""Stretches that two articles share."""
