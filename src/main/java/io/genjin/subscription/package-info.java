/** Reports and boards by e-mail, each person for themselves and on their own days: sums and a link, never a customer. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "followup",
            "hlist",
            "report",
            "ratio",
            "improvement",
            "target",
            "review",
            "funnel",
            "coaching",
            "quality",
            "group",
            "board"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.subscription;
