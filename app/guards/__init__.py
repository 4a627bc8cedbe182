"""When something is done: each guard keeps one rule, the runner keeps the guards."""
