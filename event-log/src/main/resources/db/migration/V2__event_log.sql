-- The log, the one source of truth. Times and versions are microseconds since 1970 (UTC).

-- record_id is binary because nearly every collation takes 'a' and 'a ' for the same.
-- version is the sender's; the least BIGINT where the sender gave none and it was the record's first such.
CREATE TABLE event_log (
    tenant      BIGINT         NOT NULL,
    position    BIGINT         NOT NULL,
    collection  VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id   VARBINARY(512) NOT NULL,
    version     BIGINT         NOT NULL,
    received_at BIGINT         NOT NULL,
    deleted     BOOLEAN        NOT NULL,
    data        MEDIUMTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (tenant, position),
    UNIQUE KEY event_log_version (tenant, collection, record_id, version)
) ENGINE = InnoDB;

-- The last position handed out and the last time of receipt; whoever appends for a tenant locks its row.
CREATE TABLE log_head (
    tenant      BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (tenant)
) ENGINE = InnoDB;
