/** Vehicle presentation (车辆展示, stage 5): the walk around the car in six positions, with what the customer felt at each (2.5). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "catalog",
            "needs"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.presentation;
