"""The REST service over the same ``Matcher`` as the command line."""
