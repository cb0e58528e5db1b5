/** The designated person's desk (专人) for leads from HQ: warnings before the 24 hours are over, daily status, feedback to HQ. */
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
            "followup",
            "intake"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.hqlead;
