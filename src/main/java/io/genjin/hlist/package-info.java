/** The weekly joint analysis of manager and consultant: which customers are most likely to buy next week. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "journal",
            "staff",
            "privacy",
            "prospect",
            "prospect :: web",
            "report",
            "ratio"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.hlist;
