package io.quarkiverse.binds.test.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.jpa.Password;
import io.quarkus.security.jpa.Roles;
import io.quarkus.security.jpa.UserDefinition;
import io.quarkus.security.jpa.Username;

@Entity
@Bind("users")
@UserDefinition
public class Member {

    @Id
    public Long id;

    @Username
    public String name;

    @Password
    public String password;

    @Roles
    public String role;

    static Member of(String name, String password) {
        Member member = new Member();
        member.id = 1L;
        member.name = name;
        member.password = BcryptUtil.bcryptHash(password);
        member.role = "reader";
        return member;
    }
}
