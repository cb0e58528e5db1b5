/**
 * The inspection of a car before delivery (交车前检查, PDI): which cars wait for it, what the technician found item by item, what
 * goes to the workshop, and whether the car may be handed over (2.9, 3.7).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "picture",
            "picture :: web"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.pdi;
