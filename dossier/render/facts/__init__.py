"""Facts and their answers, in every length: whole, in a line, in a figure."""
