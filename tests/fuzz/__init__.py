"""Every reader of foreign bytes is given near-valid rubbish; see `run`."""
