"""One file a tab: its widgets, and what each of them calls."""
