"""What a document is: recognised by what it calls itself, by its words and by how it is built."""
