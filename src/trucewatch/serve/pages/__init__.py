"""serve: the pages. To add one: a module with a `router`, a line here, and a template."""

from trucewatch.serve.pages import (
    about,
    agreements,
    bulletins,
    deciding,
    glance,
    incidents,
    ledger,
    livemap,
    queue,
    reports,
    search,
    sources,
    survey,
)

MODULES = (
    glance,
    survey,
    livemap,
    bulletins,
    incidents,
    deciding,
    ledger,
    reports,
    agreements,
    sources,
    queue,
    search,
    about,
)
ROUTERS = tuple(module.router for module in MODULES)
