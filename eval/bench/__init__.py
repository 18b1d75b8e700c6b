"""What reading, filling and checking a Word filing cost, as ratios to the least that its bytes can cost."""
