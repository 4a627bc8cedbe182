"""Files of one format each, written from plain descriptions of their content; the same input gives the same bytes."""
