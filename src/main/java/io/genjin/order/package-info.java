/**
 * Orders: who buys which car at which price, the money taken for it entry by entry, loan and insurance with the customer's
 * consent, and the promise of the day it is handed over (domain 2.8, 3.6).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "vault",
            "privacy",
            "prospect",
            "prospect :: web",
            "followup",
            "consent",
            "deal"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.order;
