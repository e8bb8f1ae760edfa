"""Whether the words of a source show what a claim says, and the record of it."""
