"""Blank forms as Word files: what stands on a form (`elements`), its words (`wording`), and how Word has it.

`docx.write` makes the file. Nothing here knows a notice; a notice's `layout` says what stands where.
"""
