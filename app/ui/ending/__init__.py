"""What a person is offered when the session ends: to delete now what falls due soon. Source: VR-P4."""
