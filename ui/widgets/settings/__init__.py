"""What an administrator sets: accounts, rules, the model; and what is only told: limits, the audit log."""
