-- Tenants, their settings and their keys. Times are microseconds since 1970 (UTC).

CREATE TABLE tenant (
    id                BIGINT       NOT NULL,
    name              VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    time_zone         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    currency          CHAR(3)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    week_start        VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fiscal_year_start TINYINT      NOT NULL,
    created_at        BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;

-- The secret itself is nowhere: only its SHA-256.
CREATE TABLE api_key (
    id         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant     BIGINT       NOT NULL,
    scopes     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hash       BINARY(32)   NOT NULL,
    created_at BIGINT       NOT NULL,
    expires_at BIGINT       NULL,
    revoked_at BIGINT       NULL,
    PRIMARY KEY (id),
    KEY api_key_tenant (tenant),
    CONSTRAINT api_key_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (id)
) ENGINE = InnoDB;
