"""About the program, the procedure rule by rule, and the check of the assistant itself."""
