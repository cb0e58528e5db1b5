/** Needs analysis (需求分析, stage 4): what the customer said they need, and what it means for grade and card (2.4, 3.4). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "followup",
            "catalog"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.needs;
