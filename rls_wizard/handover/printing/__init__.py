"""Prints on this computer: talks to CUPS, and tells what keeps a page from coming out.

CUPS is the printing service of Linux and macOS. It takes the PDF itself, so what is printed are the
very bytes that are shown and saved. It is spoken to in its own protocol, IPP, over its socket on
this computer, for four reasons: `lpstat` does not tell a service that is down from a printer that
is gone, and speaks the user's language; `lp` and libcups are not on every computer; libcups looks
for printers in the network, and this program never uses one; and a job has to be cancelled
together with what CUPS keeps of it.

`ipp` packs and unpacks messages, `cups` knows the requests, `defaults` what the user chose for the
printer, `trouble` what is wrong; `keeper` runs in a child process, and `talk` is how the window and
that child understand each other.
"""
