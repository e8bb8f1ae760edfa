"""Evidence: texts of sources kept beside the content, and the proof that quotes and figures stand in them."""
