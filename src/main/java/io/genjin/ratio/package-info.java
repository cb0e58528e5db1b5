/**
 * The ratios K01 to K30 (4.7) of any days, person by person, each side with the very rows it counts; the same set against the past
 * (4.5), and how far grades came true.
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
            "sheet"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.ratio;
