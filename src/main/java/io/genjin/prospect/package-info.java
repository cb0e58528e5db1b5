/** The customer information card (BG-MⅢ-07): one prospect's person, needs, grade, owner, sign-off and next step. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "database", "vault", "dealership", "staff", "journal", "privacy"})
@org.jspecify.annotations.NullMarked
package io.genjin.prospect;
