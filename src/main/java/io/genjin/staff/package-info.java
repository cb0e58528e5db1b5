/** The people of a dealership: who they are, which duties they hold, when they are away, and what they may do. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "dealership", "journal", "vault"})
@org.jspecify.annotations.NullMarked
package io.genjin.staff;
