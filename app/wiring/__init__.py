"""How the parts of the assistant hang together, in layers: a layer is made of the ones below it, each part on first use.

`system` (what the machine offers) -> `ground` (the open data directory) -> `office365` (the firm's Microsoft 365, where IT
set it up) -> `exchange` (what goes to people and other laptops) -> `keeping` (leave to act, copies in the cloud) -> `copies`
-> `registers` -> `overviews`. On top stand `app.assistant`, the whole, and `guards`, which of the actions each guard gets.
"""
