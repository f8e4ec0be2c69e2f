"""The safety case: hazard log, trace matrix and the software that the program is built on."""
