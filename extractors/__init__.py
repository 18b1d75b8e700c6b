"""The engine: read a file into a `Document`, fill a `Form` from it, check the form into a `Report`.

Knows no notice: what a form asks and what its rules are comes in as arguments.
"""
