"""One module a command: `add_arguments` says what it takes, `run` does it and gives the exit status.

A module is imported when its command runs; what is slow to import, its functions import.
"""
