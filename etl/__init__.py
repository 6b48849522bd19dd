"""newstrace: from piles of news articles to provenance and coverage in SQL."""
