package io.genjin.staff.web;

import io.genjin.staff.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields by which a person is invited; what is missing is named by the desk, all at once. */
public record StaffForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable List<Role> roles) {

    String givenUsername() {
        return username == null ? "" : username;
    }

    String givenName() {
        return name == null ? "" : name;
    }

    List<Role> givenRoles() {
        return roles == null ? List.of() : roles;
    }
}
