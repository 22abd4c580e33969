"""Orders planted in minutes for software that reads them. They are no evidence of anything.

A passage is kept from engines and checks from the first sentence that gives such an order to the end of its paragraph, so that a model that
obeys finds nothing its words could stand on. Orders are known by their phrases (phrases.py), and by reading like known attempts to steer
whoever answers (steering.py). The fence round each passage (prompting.py) is the other half of the guard.
"""

from assistant.planted.passages import item_without_orders, orders, without_orders

__all__ = ["item_without_orders", "orders", "without_orders"]
