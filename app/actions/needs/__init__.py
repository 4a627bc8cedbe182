"""What needs a person now, picked from the same picture that the rules are judged by."""
