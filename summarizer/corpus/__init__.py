"""Many reports: found below folders (`walk`), summarised at once, ready ones first (`run`)."""
