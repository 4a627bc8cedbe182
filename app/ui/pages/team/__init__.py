"""The team for its lead: what is overdue, who is silent, what is to be done; and for everybody what the lead sees of them."""
