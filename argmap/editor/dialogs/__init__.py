"""Small screens that ask something, or show something, before the work goes on."""
