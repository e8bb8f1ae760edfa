"""The linter of origins: which sources seem to tell one report or statement."""
