"""A kiosk in a waiting room: what a site sets, how a visit may end, and how its processes talk.

A supervisor runs always, and one child process a visit: whatever a visit left in memory goes with
it. Nothing here needs Qt or content.
"""
