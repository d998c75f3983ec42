"""review: flags to reviewers, decisions back. In the order of a flag's way:

`units` (code points and the page's UTF-16), `keys` (what names an article), `triage` (the pack's labels, floors and guideline),
`entry` (an article with its numbered flags, as reviewers get it), `backend` (what a place of review must do), `session` and
`doccano` or `jsonl` (the places there are), `push`, `pull`, `decisions` (the log), `silence` (what decisions do to a report),
`statistics`.
"""
