"""Statistics: pure functions from a person's past to one finding with its number of cases and interval."""
