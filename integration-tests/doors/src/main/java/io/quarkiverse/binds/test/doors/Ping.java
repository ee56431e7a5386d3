package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;

/** Entity of the default bind whose listener writes to other binds. */
@Entity
@EntityListeners(PingListener.class)
public class Ping extends Row {

    @Column(nullable = false)
    public String plan = "";

    public Long partner;
}
