"""Persons, organizations and places across articles: which names are one entity."""
