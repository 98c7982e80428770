"""The exports room: a frame becomes a file. What stands in the frame is decided in metrics."""
