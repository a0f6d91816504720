"""What the program reads and writes besides its database: one file for each format."""
