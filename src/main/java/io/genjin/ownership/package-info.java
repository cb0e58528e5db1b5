/**
 * Whose customer it is: collisions (撞单) as cases with evidence and a decision, the check at the door, the pool of released
 * customers, important customers with their assistants, and families that buy as one group.
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
package io.genjin.ownership;
