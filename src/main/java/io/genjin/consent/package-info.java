/**
 * What customers allow to be passed on: partners such as banks and insurers, consents and refusals, and the one gate through
 * which anything of a customer reaches a partner (R-202, R-203, 3.14).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "ratio"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.consent;
