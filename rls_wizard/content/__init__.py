"""Reads the content files, and says what is wrong with them."""
