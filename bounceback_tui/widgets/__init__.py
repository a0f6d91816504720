"""Reusable parts of the screen: each takes its values as arguments and posts its own messages."""
