"""Runs a kiosk: always there, one clean child process for each visit, no Qt and no content."""
