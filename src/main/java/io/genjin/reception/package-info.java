/**
 * The dealership's door and telephone (用户接待): who came, with whom, who receives them by which turn, what was done while they
 * were here, what follows, and the day's sheet on which every party is accounted for (2.3, 3.3).
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
            "prospect :: web",
            "ratio",
            "appointment",
            "followup",
            "ownership",
            "catalog"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.reception;
