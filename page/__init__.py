"""The page's own files: what it shows and how it is kept quick and safe. The widgets are put together in widgets.py."""
