"""What a search finds: its entries, and the words by which readers ask."""
