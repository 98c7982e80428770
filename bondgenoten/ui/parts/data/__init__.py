"""The parts of the page Gegevens, one tab after another."""
