"""Projects, clients and agreements: add and change them, close a project, see what still stands outside."""
