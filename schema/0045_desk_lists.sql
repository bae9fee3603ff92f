-- What the desk's lists look for: the dossiers of an applicant, and those that still wait for a decision.
CREATE INDEX dossier_undertaking ON dossier (undertaking_id);
CREATE INDEX dossier_event_last ON dossier_event (fund_id, dossier_id) WHERE kind IN ('awarded', 'refused', 'withdrawn');
