"""A small drawing board for Word files: what stands on the page (`nodes`), and the XML that Word keeps it in."""
