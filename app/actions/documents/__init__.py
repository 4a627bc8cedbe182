"""Project documentation: looked at, filed at the remote, compared, brought back. Source: VR-P5a, VR-P5b, VR-S2."""
