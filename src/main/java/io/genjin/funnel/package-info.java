/** The sales funnel (漏斗, domain 4.6): how many prospects reached each stage, who left, how long it took; by whom, source, model, grade, week. */
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
package io.genjin.funnel;
