"""The window of a kiosk: locked, forgetful, large."""
