"""What a person can do: each service speaks their language and keeps storage to itself."""
