-- Fields of the tenants' own. Choices and labels are JSON; nothing is asked by what is in them.

CREATE TABLE field_definition (
    id         VARCHAR(140) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant     BIGINT       NOT NULL,
    collection VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    type       VARCHAR(7)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    choices    MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    labels     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (id),
    KEY field_definition_tenant (tenant),
    CONSTRAINT field_definition_of_tenant FOREIGN KEY (tenant) REFERENCES tenant (id)
) ENGINE = InnoDB;
