"""The words and rules of the procedure: plain values and pure functions, without Qt, files or a clock of their own."""
