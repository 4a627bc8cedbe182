"""The command line: parse, call an action, render. The contract names every command and field."""
