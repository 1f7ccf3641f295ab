-- Records that were refused, kept until they are mended, taken away or too old. id counts within the tenant, in the
-- order of commit. codes are those of the errors, each between spaces.
CREATE TABLE rejection (
    tenant      BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    revision    INT            NOT NULL,
    received_at BIGINT         NOT NULL,
    key_id      VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    collection  VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    record_id   VARBINARY(512) NULL,
    codes       VARCHAR(1000)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    errors      MEDIUMTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    payload     MEDIUMTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (tenant, id),
    KEY rejection_received (tenant, received_at)
) ENGINE = InnoDB;

-- What was sent and what became of it, by UTC day of receipt: received = accepted + duplicates + rejected.
CREATE TABLE reconciliation (
    tenant     BIGINT      NOT NULL,
    day        DATE        NOT NULL,
    key_id     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    collection VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    received   BIGINT      NOT NULL,
    accepted   BIGINT      NOT NULL,
    duplicates BIGINT      NOT NULL,
    rejected   BIGINT      NOT NULL,
    PRIMARY KEY (tenant, day, key_id, collection)
) ENGINE = InnoDB;

-- The last rejection's id, and how often the log was rewritten: who derived something from it compares and starts anew.
ALTER TABLE log_head
    ADD COLUMN rejections BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN generation BIGINT NOT NULL DEFAULT 0;
