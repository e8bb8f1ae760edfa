"""A new source in, and what its text proves: quotes, figures, origins. Works beside a build, never in one."""
