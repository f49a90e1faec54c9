"""Findings of schemathesis that are none, each with the reason."""


def excluded(operation, failure, response):
    return None
