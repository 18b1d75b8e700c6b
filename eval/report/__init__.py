"""What the scorers found, for people: tables, two pictures, and the errors that someone should look at."""
