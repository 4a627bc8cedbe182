"""Word lists: common names and words, one list a file. Read by `app.detect.content.lexicon`."""
