/** The boards of the meeting room: the morning meeting (晨会, R-110) and the week, read from five metres. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "dealership",
            "staff",
            "prospect",
            "prospect :: web",
            "appointment",
            "followup",
            "hlist",
            "hqlead",
            "report",
            "improvement",
            "target",
            "coaching"
        })
@org.jspecify.annotations.NullMarked
package io.genjin.board;
