"""Where things stand: each section of the form in the shapes that people give it."""
