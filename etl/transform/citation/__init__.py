"""Where an article credits another publication."""
