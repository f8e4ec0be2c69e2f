"""A wizard for people with restless legs: their history, advice that fits, a summary on paper."""

__version__ = "0.1.0"
