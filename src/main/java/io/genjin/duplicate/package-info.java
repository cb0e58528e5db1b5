/** Customers who are on file twice: found with the reason of the match, merged side by side, and parted again. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "vault",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "followup"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.duplicate;
