/**
 * Management of buyers (成交用户管理, 2.10): the owner's card, call-backs with questionnaire, complaints until they are settled,
 * friends whom owners recommend, and owners who want another car.
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
            "ratio",
            "followup",
            "intake",
            "handover",
            "delivery",
            "order"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.owner;
