"""Tests of the part that speaks to Microsoft 365."""
