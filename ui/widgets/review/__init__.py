"""What reviewers work with: the list of filings, one of them opened, several side by side, 附件2."""
