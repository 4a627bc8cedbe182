"""What differs between Windows and Linux: one package a concern, the same names on both. Only here the platform is asked."""
