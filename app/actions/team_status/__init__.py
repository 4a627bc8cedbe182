"""The team's status: what this laptop tells, what the others told, and who may see it. Source: VT-B2, VT-C4, VR-P7, VT-B4."""
