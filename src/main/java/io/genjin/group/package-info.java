/**
 * Dealerships side by side (4, 1.9): the same figures across dealerships and regions for HQ and for groups of dealerships, only sums,
 * with nobody's name behind them unless somebody unlocks one dealership for a reason and a time that it is told.
 */
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
            "target",
            "quality",
            "sheet"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.group;
