"""The product's mark beside the clock, and what it offers."""
