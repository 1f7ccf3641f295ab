-- Whom a tenant must not know again: never in words, only as a hash under a secret of the tenant. Where something refers
-- to them the pseudonym stands instead.
CREATE TABLE erasure_secret (
    tenant BIGINT     NOT NULL,
    secret BINARY(32) NOT NULL,
    PRIMARY KEY (tenant)
) ENGINE = InnoDB;

CREATE TABLE erased (
    tenant    BIGINT      NOT NULL,
    hash      BINARY(32)  NOT NULL,
    pseudonym VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant, hash)
) ENGINE = InnoDB;
