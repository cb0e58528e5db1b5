/** The weekly sales management meeting (销售管理周会): reports frozen, minutes written, actions agreed, archived for good. */
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
            "report",
            "ratio",
            "ratio :: web",
            "target",
            "hlist",
            "improvement",
            "coaching",
            "sheet"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.review;
