"""The overview: one sentence, what needs me now with the one best step, what goes when, and which rules are kept."""
