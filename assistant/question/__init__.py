"""What is asked: a question's words, the names and bodies and days it names, its kind, the conversation it stands in. Knows no passage."""
