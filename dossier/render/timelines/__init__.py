"""Events as pages show them: in order, on a strip, by year and by theme."""
