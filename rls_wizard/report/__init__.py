"""One neutral report of a visit, and the ways to write it down."""
