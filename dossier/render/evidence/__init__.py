"""What stands behind an answer: sources and their words, who says so, how far it is proved."""
