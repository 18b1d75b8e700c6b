"""Every prompt, once, as a file of its own beside this one."""
