/** What the dealership did and owes, counted from the journal: the daily report (domain 4.3) with its definitions. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "sheet",
            "prospect",
            "prospect :: web"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.report;
