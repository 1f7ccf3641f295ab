-- Mappings of CSV columns to fields, saved by name; the JSON is as its writer spelled it.
CREATE TABLE import_mapping (
    tenant BIGINT      NOT NULL,
    name   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    json   MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (tenant, name)
) ENGINE = InnoDB;

-- Imports of files. owner is the worker whose turn it is, seen_at its last sign of life (or that of an upload);
-- rows_read = accepted + duplicates + rejected moves in the transactions that append to the log.
CREATE TABLE import_job (
    id           BIGINT        NOT NULL,
    tenant       BIGINT        NOT NULL,
    key_id       VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    collection   VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mapping_name VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    mapping      MEDIUMTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    charset      VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    header       MEDIUMTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    column_use   MEDIUMTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state        VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner        VARCHAR(36)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    seen_at      BIGINT        NOT NULL,
    size         BIGINT        NOT NULL,
    bytes_read   BIGINT        NOT NULL,
    rows_read    BIGINT        NOT NULL,
    accepted     BIGINT        NOT NULL,
    duplicates   BIGINT        NOT NULL,
    rejected     BIGINT        NOT NULL,
    position     BIGINT        NULL,
    created_at   BIGINT        NOT NULL,
    started_at   BIGINT        NULL,
    finished_at  BIGINT        NULL,
    failure      VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (id),
    KEY import_job_tenant (tenant, created_at),
    KEY import_job_state (state, created_at)
) ENGINE = InnoDB;

-- The files, in pieces, until their rows were read.
CREATE TABLE import_chunk (
    import BIGINT     NOT NULL,
    number INT        NOT NULL,
    data   MEDIUMBLOB NOT NULL,
    PRIMARY KEY (import, number)
) ENGINE = InnoDB;

-- Rows that became no records; cells is a JSON list.
CREATE TABLE import_refusal (
    import     BIGINT     NOT NULL,
    number BIGINT     NOT NULL,
    cells      MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason     MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (import, number)
) ENGINE = InnoDB;
