/** Talks between a manager and one consultant (一对一沟通, R-119): who needs one and why, what was said, and the success plan. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "dealership",
            "staff",
            "journal",
            "prospect",
            "prospect :: web",
            "hlist",
            "report",
            "ratio",
            "target"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.coaching;
