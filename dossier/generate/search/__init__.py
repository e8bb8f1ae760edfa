"""The index that a browser searches, made by Pagefind and brought into one order."""
