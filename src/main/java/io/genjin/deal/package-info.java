/**
 * Prices: what we offer a customer for a car, version by version, and whose word a discount needs (domain 2.8, 3.6).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "prospect",
            "prospect :: web",
            "catalog"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.deal;
