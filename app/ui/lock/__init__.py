"""What a person sees of the idle lock: the countdown before it, and that a call keeps the screen open. Source: VR-P6."""
