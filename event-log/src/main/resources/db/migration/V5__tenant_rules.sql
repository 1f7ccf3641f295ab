-- Settings that may have been others before a date. Days are written as in ISO 8601; 0001-01-01 is ever.

CREATE TABLE tenant_rule (
    id         VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant     BIGINT       NOT NULL,
    rule       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    valid_from CHAR(10)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value      VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    KEY tenant_rule_tenant (tenant),
    CONSTRAINT tenant_rule_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (id)
) ENGINE = InnoDB;
