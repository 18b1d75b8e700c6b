"""Scorers: what came out against what went in. They know the public interface and the yardstick, and no case."""
