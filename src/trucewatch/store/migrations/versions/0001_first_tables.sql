-- The first tables. Statements are parted by lines that hold nothing but `--`.
CREATE TABLE log (
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    who TEXT,
    details TEXT NOT NULL,
    rows TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (n)
);
--
CREATE TABLE originals (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE files (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE reports (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT,
    language TEXT,
    source TEXT,
    published_from TEXT,
    published_to TEXT,
    "row" TEXT NOT NULL,
    undated TEXT,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE claims (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    id TEXT NOT NULL,
    report TEXT NOT NULL,
    position INTEGER NOT NULL,
    type TEXT NOT NULL,
    "row" TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE incidents (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    id TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    lat FLOAT,
    lon FLOAT,
    occurrence TEXT NOT NULL,
    disputed INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE findings (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    id TEXT NOT NULL,
    agreement TEXT NOT NULL,
    provision TEXT NOT NULL,
    agreement_position INTEGER NOT NULL,
    provision_position INTEGER NOT NULL,
    incident TEXT,
    ordinal INTEGER NOT NULL,
    label TEXT NOT NULL,
    "row" TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE rejected (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    report TEXT,
    sha256 TEXT,
    "row" TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE judgements (
    pk INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    known_from INTEGER NOT NULL,
    known_to INTEGER,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    verdict TEXT NOT NULL,
    "row" TEXT NOT NULL,
    FOREIGN KEY(known_from) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(known_to) REFERENCES log (n) DEFERRABLE INITIALLY DEFERRED
);
--
CREATE TABLE incident_claims (
    incident INTEGER NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (incident, claim),
    FOREIGN KEY(incident) REFERENCES incidents (pk)
);
--
CREATE TABLE incident_places (
    incident INTEGER NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (incident, place),
    FOREIGN KEY(incident) REFERENCES incidents (pk)
);
--
CREATE TABLE incident_actors (
    incident INTEGER NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (incident, actor),
    FOREIGN KEY(incident) REFERENCES incidents (pk)
);
--
CREATE INDEX ix_originals_known_from ON originals (known_from);
--
CREATE INDEX ix_originals_sha256 ON originals (sha256);
--
CREATE INDEX ix_originals_known_to ON originals (known_to);
--
CREATE INDEX ix_files_known_to ON files (known_to);
--
CREATE INDEX ix_files_known_from ON files (known_from);
--
CREATE INDEX ix_reports_known_from ON reports (known_from);
--
CREATE INDEX ix_reports_published_from ON reports (published_from);
--
CREATE INDEX ix_reports_id ON reports (id);
--
CREATE UNIQUE INDEX one_standing_report ON reports (id) WHERE known_to IS NULL;
--
CREATE INDEX ix_reports_sha256 ON reports (sha256);
--
CREATE INDEX ix_reports_known_to ON reports (known_to);
--
CREATE INDEX ix_claims_known_to ON claims (known_to);
--
CREATE INDEX ix_claims_id ON claims (id);
--
CREATE INDEX ix_claims_report ON claims (report);
--
CREATE INDEX claims_in_order ON claims (report, position);
--
CREATE INDEX ix_claims_known_from ON claims (known_from);
--
CREATE UNIQUE INDEX one_standing_claim ON claims (id) WHERE known_to IS NULL;
--
CREATE INDEX ix_incidents_known_to ON incidents (known_to);
--
CREATE INDEX ix_incidents_known_from ON incidents (known_from);
--
CREATE INDEX ix_incidents_id ON incidents (id);
--
CREATE UNIQUE INDEX one_standing_incident ON incidents (id) WHERE known_to IS NULL;
--
CREATE INDEX incidents_in_time ON incidents (start IS NULL, start, id);
--
CREATE INDEX findings_by_term ON findings (agreement, provision, label);
--
CREATE INDEX ix_findings_known_to ON findings (known_to);
--
CREATE INDEX ix_findings_id ON findings (id);
--
CREATE INDEX ix_findings_incident ON findings (incident);
--
CREATE INDEX ix_findings_known_from ON findings (known_from);
--
CREATE INDEX ix_rejected_report ON rejected (report);
--
CREATE INDEX ix_rejected_known_to ON rejected (known_to);
--
CREATE INDEX ix_rejected_known_from ON rejected (known_from);
--
CREATE INDEX ix_judgements_known_to ON judgements (known_to);
--
CREATE INDEX ix_judgements_known_from ON judgements (known_from);
--
CREATE INDEX ix_judgements_id ON judgements (id);
--
CREATE INDEX ix_judgements_act ON judgements (act);
--
CREATE INDEX ix_incident_claims_claim ON incident_claims (claim);
--
CREATE INDEX ix_incident_places_place ON incident_places (place);
--
CREATE INDEX ix_incident_actors_actor ON incident_actors (actor);
--
-- Whole texts by their folded words; the rows are numbered as the reports are.
CREATE VIRTUAL TABLE search USING fts5(words, bare, content='', tokenize="unicode61 remove_diacritics 0");
--
CREATE TRIGGER originals_never_change BEFORE UPDATE OF "pk", "known_from", "sha256", "size" ON originals
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER originals_close_once BEFORE UPDATE OF known_to ON originals WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER originals_never_go BEFORE DELETE ON originals
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER files_never_change BEFORE UPDATE OF "pk", "known_from", "kind", "name", "position", "sha256", "content" ON files
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER files_close_once BEFORE UPDATE OF known_to ON files WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER files_never_go BEFORE DELETE ON files
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER reports_never_change BEFORE UPDATE OF "pk", "known_from", "id", "position", "sha256", "language", "source", "published_from", "published_to", "row", "undated" ON reports
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER reports_close_once BEFORE UPDATE OF known_to ON reports WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER reports_never_go BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER claims_never_change BEFORE UPDATE OF "pk", "known_from", "id", "report", "position", "type", "row" ON claims
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER claims_close_once BEFORE UPDATE OF known_to ON claims WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER claims_never_go BEFORE DELETE ON claims
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER incidents_never_change BEFORE UPDATE OF "pk", "known_from", "id", "sort_key", "kind", "type", "start", "end", "lat", "lon", "occurrence", "disputed", "row" ON incidents
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER incidents_close_once BEFORE UPDATE OF known_to ON incidents WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER incidents_never_go BEFORE DELETE ON incidents
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER findings_never_change BEFORE UPDATE OF "pk", "known_from", "id", "agreement", "provision", "agreement_position", "provision_position", "incident", "ordinal", "label", "row" ON findings
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER findings_close_once BEFORE UPDATE OF known_to ON findings WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER findings_never_go BEFORE DELETE ON findings
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER rejected_never_change BEFORE UPDATE OF "pk", "known_from", "report", "sha256", "row" ON rejected
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER rejected_close_once BEFORE UPDATE OF known_to ON rejected WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER rejected_never_go BEFORE DELETE ON rejected
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER judgements_never_change BEFORE UPDATE OF "pk", "known_from", "id", "act", "verdict", "row" ON judgements
BEGIN SELECT RAISE(ABORT, 'what was recorded is never changed'); END;
--
CREATE TRIGGER judgements_close_once BEFORE UPDATE OF known_to ON judgements WHEN OLD.known_to IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was closed stays closed'); END;
--
CREATE TRIGGER judgements_never_go BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
--
CREATE TRIGGER log_never_change BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
--
CREATE TRIGGER log_never_go BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'nothing is deleted'); END;
