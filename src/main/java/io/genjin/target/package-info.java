/** The five targets (五大目标, R-118) that the sales manager sets, and how far everybody is with them (4.4). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "dealership", "staff", "privacy", "report", "ratio", "sheet"})
@org.jspecify.annotations.NullMarked
package io.genjin.target;
