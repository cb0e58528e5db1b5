/** When a person leaves: notice, and all their customers to successors at once (domain 5, Leaving staff). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "ownership"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.handover;
