package io.quarkiverse.binds.test.entities.shop.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** In a subpackage: an annotation holds for its package alone, and so the default bind has it. */
@Entity
public class Receipt {
    @Id
    public Long id;
}
