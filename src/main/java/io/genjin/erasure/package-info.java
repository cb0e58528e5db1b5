/**
 * Erases what identifies a customer, wherever it is kept, and leaves every figure as it was (PIPL articles 19 and 47, S-R69, S-R70,
 * S-R79).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "vault",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "prospect",
            "prospect :: web"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.erasure;
