"""Project documentation: what is filed and what is not, what asks something of the person, and the way back."""
