"""Invented filings: a truth, hands that write it, and Word files in many styles that hold it.

The yardstick for the extractor, and therefore made without it: nothing here imports `extractors` or `notices`.
"""
