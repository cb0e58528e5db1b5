/** Improvement actions (改进措施): what went wrong, by which figure, what is done about it, by when, by whom, and who looked. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "dealership", "staff", "journal", "prospect :: web", "ratio"})
@org.jspecify.annotations.NullMarked
package io.genjin.improvement;
