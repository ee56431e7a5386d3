package io.quarkiverse.binds.test.data;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** Where a job is: the cursor of its last chunk, written in the transaction of that chunk. */
@MappedSuperclass
public abstract class Place {

    @Id
    public int id;

    @Column(length = 4000)
    public String token;

    @Column(name = "position_in_rows")
    public String cursor;
}
