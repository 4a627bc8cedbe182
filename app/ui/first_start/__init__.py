"""The first start: a few questions on the first day, and then the first look at what is there."""
