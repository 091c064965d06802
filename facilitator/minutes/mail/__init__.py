"""The minutes on their way: a draft that any mail program opens, unsent, the minutes and the next meeting attached.

`letter` says what is written, `invitation` is the next meeting for a calendar, `draft` puts them together.
"""
