"""The parts pages are made of, a room each. A page names them in order; they place and say."""
