"""Cards: what this laptop tells the team, and what the team tells it. Source: design, Cards."""
