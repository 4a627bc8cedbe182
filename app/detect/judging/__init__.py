"""From evidence to a verdict: clients, signs, papers, weights."""
