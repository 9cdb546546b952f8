-- What a contractor is told of: his list goes from the newest day back, page by page.
CREATE INDEX contractors_penalties_known ON contractors_penalties (tenant, unit, day, id) WHERE state <> 'draft';
