/** What the dealership sells and how it speaks of it: models with list prices, comparisons, skill and selling-point cards. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "sheet", "picture", "picture :: web", "dealership", "journal", "staff"})
@org.jspecify.annotations.NullMarked
package io.genjin.catalog;
