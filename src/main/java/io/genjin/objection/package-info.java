/** Objections (异议处理, stage 7): what keeps customers from deciding, what was answered, and which answers worked (2.7). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "followup"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.objection;
