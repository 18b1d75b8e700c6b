"""Answers with citations: what is asked, what the notice says to it, and when it says nothing."""
