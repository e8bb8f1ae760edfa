"""A new source in, and what its text tells: quotes, figures, origins. Works beside a build, never in one."""
