/**
 * When a customer does not buy: the review of why not, the managers' analysis, defeats with their proof, rests and wake-ups (1.8
 * states 7 to 9, 3.9).
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
            "followup"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.defeat;
