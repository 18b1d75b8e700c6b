"""Questions about filings: what is missing and why, what was written, what adds up, how several compare."""
