"""A clinic's kiosk, as tests need it."""

from rls_wizard.kiosk.pin import hash_of
from rls_wizard.kiosk.site import Site

PIN = "738291"
SITE = Site(country="gb", pin_hash=hash_of(PIN))
