"""Made-up news coverage: events that several outlets report, copy from each other, reword, quote and revise."""
