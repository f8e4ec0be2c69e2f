"""The program reads itself aloud, for who would rather hear than read.

The voice is a child process: some take seconds to be found, some hang or break, and none of that
may stop the window or lose an answer.
"""
