"""The filings in the other formats that people send: other programs' PDFs, scans, photos, old Word, folders.

Like `eval.filings`, made without the extractor: nothing here but the scoring imports it.
"""
