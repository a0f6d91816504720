"""How fast the program is, measured from outside: `python -m tests.bench` from the top of a checkout."""
