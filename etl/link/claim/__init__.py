"""Assertions across articles: which printings say the same, with which number, affirmed or denied."""
