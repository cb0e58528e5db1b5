/** The needs sheet on the tablet, its panel on the customer's page, and the same for systems. */
@org.jspecify.annotations.NullMarked
package io.genjin.needs.web;
