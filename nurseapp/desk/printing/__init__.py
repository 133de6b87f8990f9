"""Which printers the machine has, and a finished paper on its way to one of them."""
