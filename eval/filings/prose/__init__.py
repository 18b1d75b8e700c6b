"""Narratives of real length, put together from a stock of sentences, with the noise that real ones have."""
