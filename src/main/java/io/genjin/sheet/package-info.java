/** Reads sheets that people and other systems made, xlsx or text, and trusts nothing in them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package io.genjin.sheet;
