/** The few words every room of the house uses: typed ids, refusals, phone numbers, grades, pages of a list. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package io.genjin.shared;
