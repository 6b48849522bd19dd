"""Utterances across articles: which printings are one quote, and how each differs from the fullest."""
