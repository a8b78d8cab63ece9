"""One call to an OpenAI-compatible endpoint: how it is made, paced, tried again and understood."""
