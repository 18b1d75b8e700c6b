"""Parts of a screen, each called by what it shows."""
