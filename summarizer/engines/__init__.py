"""The engines that write drafts of a report."""
