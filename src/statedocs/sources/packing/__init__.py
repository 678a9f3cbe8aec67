"""What takes a compression off, and gives the bytes beneath in pieces that know their place."""
