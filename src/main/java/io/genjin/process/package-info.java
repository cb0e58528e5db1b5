/** The ten stages of each case and of the dealership, read from the journal and nothing else; and the event log. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "vault",
            "dealership",
            "staff",
            "journal",
            "privacy",
            "prospect",
            "prospect :: web"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.process;
