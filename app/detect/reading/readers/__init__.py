"""One module a family of formats. Each gives the evidence text, tables, properties and the parts inside."""
