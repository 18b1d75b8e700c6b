"""For people: the pages and the command line."""
