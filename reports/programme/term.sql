SELECT starts_on, ends_on FROM programme
