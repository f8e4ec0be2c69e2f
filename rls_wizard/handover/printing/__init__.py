"""Prints on this computer: talks to CUPS, and tells what keeps a page from coming out.

CUPS is the printing service of Linux and macOS. It takes the PDF itself, so what is printed are the
very bytes that are shown and saved. It is spoken to in its own protocol, IPP, over its socket on
this computer, by a small client of our own: `lpstat` does not tell a service that is down from a
printer that is gone; libcups looks for printers in the network, which this program never uses, and
its binding has to be compiled; libraries for IPP bring an HTTP client that knows no such socket.
What CUPS keeps of a job has to be removed, too, and none of them offers that.

`ipp` packs and unpacks messages, `cups` knows the requests, `defaults` what the user chose for the
printer, `trouble` what is wrong; `keeper` runs in a child process, and `talk` is how the window and
that child understand each other.
"""
