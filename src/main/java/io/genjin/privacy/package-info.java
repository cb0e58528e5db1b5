/** Who looked at whose personal data, and what left the house: the look-up log (R-202, S-R33, S-R72). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "dealership", "journal", "staff", "vault"})
@org.jspecify.annotations.NullMarked
package io.genjin.privacy;
