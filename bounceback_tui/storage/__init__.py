"""The journal on disk: the only place where SQL is spoken."""
