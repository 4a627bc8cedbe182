"""What the product does: one module an area. Window, command line and guards call the same actions."""
