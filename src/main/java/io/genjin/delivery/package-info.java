/**
 * The handover of the car (交车): the appointment and what is prepared for it, the checklist gone through with the customer, what
 * is still owed, and the signatures with which the case ends (2.9, 3.7, scenario 38).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "picture",
            "picture :: web",
            "prospect",
            "prospect :: web",
            "appointment",
            "pdi",
            "order"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.delivery;
