"""Words of ours as pages show them: narratives and notes, with their marks."""
