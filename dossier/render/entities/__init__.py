"""Companies, people and things: who they are, and who stands to them."""
