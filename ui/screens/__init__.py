"""The screens: each reads the session, calls one function and shows what came of it."""
