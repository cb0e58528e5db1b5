/** Invitations of a customer to come, or of us to go there: when, with whom, made in which contact, and whether it was kept. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "dealership", "staff", "journal", "prospect", "prospect :: web"})
@org.jspecify.annotations.NullMarked
package io.genjin.appointment;
