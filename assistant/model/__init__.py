"""Answers worded by a language model and checked against the text; where it fails, the offline ones."""
