"""A chat model from its settings to its reply, and what its faults mean; models.py alone makes one."""
