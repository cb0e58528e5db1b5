/** What the dealership says about its cars and how: skill cards and selling-point cards, kept up by its managers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "dealership", "journal", "staff"})
@org.jspecify.annotations.NullMarked
package io.genjin.catalog;
