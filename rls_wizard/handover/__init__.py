"""Carries a visit in and out: answer files, the saved summary."""
