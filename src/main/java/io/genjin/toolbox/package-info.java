/** The consultant's tool box (工具盒, FJ-MⅢ-11): customers filed by the next date, index cards, the cards at hand, the grade sheet. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "prospect",
            "prospect :: web",
            "followup",
            "catalog"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.toolbox;
