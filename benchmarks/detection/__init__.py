"""How well and how fast client data is told from papers that are allowed, against peers on the same files in one run."""
