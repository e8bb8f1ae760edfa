"""What somebody has to look after in the content: facts gone stale, and links gone dead."""
