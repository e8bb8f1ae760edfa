"""The commands, each thin: what is heavy is imported by the command that needs it."""
