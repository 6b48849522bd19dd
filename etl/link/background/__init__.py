"""How common a word is in English at large: the weights that do not depend on what has been loaded."""
