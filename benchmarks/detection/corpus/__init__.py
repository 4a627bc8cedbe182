"""Makes the laptop of a made-up Dutch consultant: `python -m benchmarks.detection.corpus OUT --seed 1 --files 400`."""
