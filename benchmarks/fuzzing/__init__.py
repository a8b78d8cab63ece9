"""Mutated input of every kind, and what must hold whatever it was: see `benchmarks/fuzz.py`."""
