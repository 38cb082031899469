"""Work on ads: put in, read a paste, correct, withdraw, take back; their contacts and deliveries."""
