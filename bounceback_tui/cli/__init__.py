"""The command line: each command parses what was typed, calls a service, and prints."""
