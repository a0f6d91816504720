"""bounceback: a private journal for people who have just been turned down for a job."""

__version__ = "1.0.0"
