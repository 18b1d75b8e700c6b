"""Passages found again by their words, by an embedding, or by both."""
