"""What is found: passages by words and meaning, then the sentences of them that answer, read a second time."""
