"""What is done to a case: taken up, changed, listed for, decided about, followed on its timeline, given out."""
