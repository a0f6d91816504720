"""What the program is about: frozen values and their rules. No SQL, no Textual, no clock."""
