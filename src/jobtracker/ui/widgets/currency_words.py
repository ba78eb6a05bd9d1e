"""Currencies in words."""

CURRENCIES = {
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds sterling",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "CHF": "Swiss francs",
    "INR": "Indian rupees",
    "JPY": "Japanese yen",
}
"""The frequent ones; any other is called by its code."""
