"""Acts on employers: register them by name, record contacts, and write down what they need."""
