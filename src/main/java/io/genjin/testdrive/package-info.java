/**
 * Test rides and drives (试乘试驾): the cars, routes and bookings, the licence and the signed agreement, the drive itself and what
 * the customer said after it (2.6, 3.5).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "vault",
            "prospect",
            "prospect :: web",
            "followup",
            "appointment",
            "picture",
            "picture :: web"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.testdrive;
