"""What all installers share: who makes the program, where things are made, how a tool is run."""
