"""The engine that asks a language model behind an OpenAI-compatible endpoint.

    tasks/    what is asked: planning, cache keys, chunks, what a section is written from
    prompt/   the messages: wording, rendering, the limits that prompt and validation share
    answer/   what came back: schema, validation, the place of a point, drafts
    ask/      asking until every task has an outcome
    store/    answers on disk
    client/   one call to an endpoint: body, pace, retries, errors
    batch/    the same requests as files, answered elsewhere

`engine` plans and drives, `run_state` knows where one report stands, `drafting` makes its drafts,
`item_check` finds what the source contradicts, `fallback` says why the source's own words stand in.
"""

from summarizer.engines.llm.engine import LLMEngine

__all__ = ["LLMEngine"]
