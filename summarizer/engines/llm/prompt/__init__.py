"""The messages sent to a model: wording from the prompt files, material from the source."""
