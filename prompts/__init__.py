"""The prompts: one Markdown file each, with declared inputs and a version. Text only; assistant/prompting.py reads them."""
