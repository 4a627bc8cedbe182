"""Kinds of personal data in running text: what a letter, a mail, minutes or a form tell of persons."""
