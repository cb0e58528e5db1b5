/**
 * Campaigns (活动): outside selling (行商) and promotion events (促销活动), who is invited and comes, which cards they bring, and
 * what came of it for the money (R-220, O-10).
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "dealership", "staff", "journal", "prospect", "prospect :: web"})
@org.jspecify.annotations.NullMarked
package io.genjin.campaign;
