package org.acme.dynamic;

import java.security.Principal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkiverse.binds.DatabaseSelector;

/** Selects the database of the authenticated user. */
// tag::selector[]
@RequestScoped
public class ByToken implements DatabaseSelector {

    private Principal user;

    @ServerRequestFilter
    public void read(ContainerRequestContext request) {
        user = request.getSecurityContext().getUserPrincipal();
    }

    @Override
    public String select(String bind) {
        return user == null ? null : Users.tenantOf(user); // null: no key from this selector
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
