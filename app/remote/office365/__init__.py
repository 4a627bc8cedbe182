"""The firm's Microsoft 365: signing in, and Graph in the name of the person who signed in."""
