"""How good it is: invented cases, scorers, benchmarks."""
