package org.acme.dynamic;

import java.security.Principal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;

import io.quarkiverse.binds.DatabaseSelector;

/** Nobody chooses a database but the one that is his. */
// tag::selector[]
@RequestScoped
public class ByToken implements DatabaseSelector {

    @Inject
    SecurityContext security;

    @Override
    public String select(String bind) {
        Principal user = security.getUserPrincipal();
        return user == null ? null : Users.tenantOf(user); // null: this selector does not know
    }
}
// end::selector[]

final class Users {

    private Users() {
    }

    static String tenantOf(Principal user) {
        return user.getName().substring(user.getName().indexOf('@') + 1);
    }
}
