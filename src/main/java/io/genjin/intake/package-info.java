/** How prospects arrive: leads from HQ and other systems, their allocation (FJ-MⅢ-09), and whole sheets of customers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "sheet",
            "database",
            "vault",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "prospect"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.intake;
