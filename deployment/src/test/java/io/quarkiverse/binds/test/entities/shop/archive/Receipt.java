package io.quarkiverse.binds.test.entities.shop.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity of a subpackage: a package annotation does not apply to subpackages, so it is in the default bind. */
@Entity
public class Receipt {
    @Id
    public Long id;
}
