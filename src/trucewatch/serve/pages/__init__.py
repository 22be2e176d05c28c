"""serve: the pages. To add one: a module with a `router`, a line here, and a template."""

from trucewatch.serve.pages import about, agreements, glance, incidents, ledger, queue, reports, search, sources, survey

ROUTERS = tuple(
    module.router for module in (glance, survey, incidents, ledger, reports, agreements, sources, queue, search, about)
)
