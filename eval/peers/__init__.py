"""Other readers of Word files, in an environment of their own, measured and scored on the same filings."""
