"""Noticing that an endpoint has cut a prompt without a word, as Ollama does at its num_ctx."""

from __future__ import annotations

from dataclasses import dataclass

_FROM_TOKENS = 400
"""Shorter prompts tell nothing: templates and tokenizers differ by more."""
_BELOW = 0.5
"""Tokenizers differ by less than this factor from our estimate."""
_DRIFT = 0.8
"""And on prompts of one run, by less than this from the fullest count seen so far."""
_EDGE = 0.03
"""A cut prompt is as long as the context, less what the template needs."""
_EDGE_DRIFT = 0.95
"""So that a prompt which happens to be as long as a context is not taken for a cut one."""
_CONTEXTS = tuple(2**power for power in range(10, 16))


@dataclass(slots=True)
class PromptCheck:
    """Compares the prompt tokens that an endpoint reports with the estimate, call by call."""

    fullest: float = 0.0

    def was_cut(self, estimated: int, reported: int) -> bool:
        """True where so few tokens are reported that the prompt must have been cut. Endpoints that
        report nothing tell nothing."""
        if estimated < _FROM_TOKENS or reported <= 0:
            if reported > 0 and estimated > 0:
                self.fullest = max(self.fullest, min(reported / estimated, 1.5))
            return False
        share = reported / estimated
        at_edge = any(size * (1 - _EDGE) <= reported <= size for size in _CONTEXTS)
        cut = share < _BELOW or (at_edge and share < max(self.fullest * _EDGE_DRIFT, 1.0))
        cut = cut or (self.fullest > 0 and share < self.fullest * _DRIFT)
        if not cut:
            self.fullest = max(self.fullest, min(share, 1.5))
        return cut
