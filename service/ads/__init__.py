"""What is done to an ad: put in, pasted, corrected, withdrawn, taken back."""
