/** Promises to make contact: what first limit and rhythm demand of each prospect, what was kept and what was missed. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "dealership",
            "journal",
            "staff",
            "prospect",
            "prospect :: web",
            "appointment",
            "database",
            "privacy"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.followup;
