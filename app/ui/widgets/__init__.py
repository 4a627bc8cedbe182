"""The parts that pages are made of. They show what they are given and say what the person did; they look nothing up."""
