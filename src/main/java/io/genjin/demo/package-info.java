/** The demo: two dealerships with their people, a past that was lived through the product's own desks, a clock that moves. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "staff :: door",
            "prospect",
            "intake",
            "followup",
            "defeat",
            "hlist",
            "hqlead",
            "catalog",
            "ownership",
            "consent",
            "deal",
            "order",
            "pdi",
            "delivery",
            "owner",
            "appointment",
            "reception",
            "needs",
            "presentation",
            "testdrive",
            "objection",
            "campaign",
            "coselling",
            "report",
            "target",
            "coaching",
            "review",
            "improvement",
            "notice"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.demo;
