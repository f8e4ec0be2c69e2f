"""A wizard for people with restless legs: their history, advice that fits, a summary on paper."""

__version__ = "0.1.0"
APP_ID = "org.rls_wizard.RlsWizard"
"""Of the desktop file: how Linux knows whose window it is, for its icon and name."""
