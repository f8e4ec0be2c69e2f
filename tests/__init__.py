"""A package by name: textstat brings one called "tests", which would stand before a mere folder."""
