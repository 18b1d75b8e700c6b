"""What was asked for and could not be done, told once."""

from __future__ import annotations

import streamlit as st

from ui.session import session

__all__ = ["refusal"]


def refusal() -> None:
    """The sentence that a callback left behind."""
    said = session().refused
    if said:
        st.error(said)
        session().refused = ""
