"""What can be wrong between blocks, each in the words of the person who edits the content."""
