package io.quarkiverse.binds.test.migrations;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

import io.quarkiverse.binds.RenamedFrom;

/** Book as it is today; the tests begin with a table that has a caption, pages and no price. */
@MappedSuperclass
public abstract class FlowBookFields {

    @Id
    public Long id;

    @RenamedFrom("caption")
    @Column(nullable = false, length = 100)
    public String title;

    @Column(precision = 10, scale = 2)
    public BigDecimal price;

    public String isbn;
}
