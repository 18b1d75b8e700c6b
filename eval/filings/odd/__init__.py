"""Filings that clerks filled in their own way, each with the answers that a careful person reads in it."""
