"""Scorers: what came out against what went in. They know the interface and the yardstick, no case."""
