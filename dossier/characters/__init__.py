"""Characters that no text may hold, because they hide or deceive."""
