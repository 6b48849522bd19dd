"""Articles about the same event."""
